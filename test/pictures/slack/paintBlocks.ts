import type { FakeMessage } from '@medikey/slack/testing'
import { html, raw } from 'hono/html'

type Block = FakeMessage['blocks'][number]
type Inline = Extract<Block, { type: 'rich_text' }>['elements'][number]['elements'][number]
type Painted = ReturnType<typeof html>

/**
 * Draws blocks as Slack does.
 *
 * @param options.nameOf what a person is called, by user id
 */
export function paintBlocks(
  blocks: readonly Block[],
  options: { nameOf: (userId: string) => string },
): Painted[] {
  return blocks.map((block) => paintBlock(block, options.nameOf))
}

function paintBlock(block: Block, nameOf: (userId: string) => string): Painted {
  switch (block.type) {
    case 'header':
      return html`<div class="header">${block.text.text}</div>`
    case 'image':
      return html`<div class="text">[${block.alt_text}]</div>`
    case 'divider':
      return html`<hr>`
    case 'rich_text':
      return html`<div class="text">${block.elements.map((section) =>
        section.elements.map((inline) => paintInline(inline, nameOf)),
      )}</div>`
    case 'section':
      return html`<div class="text">${[block.text ?? [], block.fields ?? []]
        .flat()
        .map((text) => html`<div>${paintText(text, nameOf)}</div>`)}</div>`
    case 'context':
      return html`<div class="context">${block.elements.map(
        (text) => html`<div>${paintText(text, nameOf)}</div>`,
      )}</div>`
    case 'actions':
      return html`<div class="actions">${block.elements.map(
        (button) => html`<span class="button ${button.style ?? ''}">${button.text.text}</span>`,
      )}</div>`
  }
}

function paintInline(inline: Inline, nameOf: (userId: string) => string): Painted {
  switch (inline.type) {
    case 'user':
      return html`<span class="mention">@${nameOf(inline.user_id)}</span>`
    case 'link':
      return html`<span class="link">${inline.text ?? inline.url}</span>`
    case 'date':
      return html`${formatTime(inline.timestamp)}`
    case 'text':
      if (inline.style?.code) return html`<code>${inline.text}</code>`
      return inline.style?.bold ? html`<b>${inline.text}</b>` : html`${inline.text}`
  }
}

/** Slack's markup, as far as small print needs it. */
function paintText(
  text: { readonly type: 'plain_text' | 'mrkdwn'; readonly text: string },
  nameOf: (userId: string) => string,
): Painted {
  if (text.type === 'plain_text') return html`${text.text}`
  // Slack's own escapes are the browser's.
  const painted = text.text
    .replace(/<@(\w+)>/g, (_, id: string) => `<span class="mention">@${nameOf(id)}</span>`)
    .replace(/<!date\^(\d+)\^[^|]*\|[^>]*>/g, (_, seconds: string) => formatTime(Number(seconds)))
    .replace(/<(https?:[^|>]+)\|([^>]*)>/g, '<span class="link">$2</span>')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*([^*]+)\*/g, '<b>$1</b>')
  return html`${raw(painted)}`
}

function formatTime(seconds: number): string {
  const date = new Date(seconds * 1000)
  const day = date.toLocaleDateString('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' })
  return `${day} at ${date.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })}`
}
