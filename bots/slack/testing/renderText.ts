import type { MessageBlock, ViewBlock } from './schemas/blockSchema.ts'

type TextBlock = MessageBlock | ViewBlock

/**
 * What a person reads in a message or a form, as plain lines: mentions as `@U…`, buttons as `[label]`. Slack shows a
 * message's text only where it has no blocks.
 */
export function renderText(message: {
  readonly text?: string
  readonly blocks: readonly TextBlock[]
}): string {
  const { text = '', blocks } = message
  return blocks.length === 0 ? readMarkup({ type: 'mrkdwn', text }) : blocks.map(renderBlock).join('\n')
}

function renderBlock(block: TextBlock): string {
  switch (block.type) {
    case 'header':
      return block.text.text
    case 'section':
      return [block.text, ...(block.fields ?? [])]
        .flatMap((text) => (text === undefined ? [] : [readMarkup(text)]))
        .join('\n')
    case 'context':
      return block.elements.map(readMarkup).join('\n')
    case 'actions':
      return block.elements.map((element) => `[${element.text.text}]`).join(' ')
    case 'rich_text':
      return block.elements.map((section) => section.elements.map(renderInline).join('')).join('\n')
    case 'input':
      return `${block.label.text}: ____`
    case 'image':
      return `[picture: ${block.alt_text}]`
    case 'divider':
      return '---'
  }
}

type Inline = Extract<TextBlock, { type: 'rich_text' }>['elements'][number]['elements'][number]

function renderInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'user':
      return `@${inline.user_id}`
    case 'link':
      return inline.text ?? inline.url
    case 'date':
      return new Date(inline.timestamp * 1000).toISOString()
  }
}

function readMarkup(object: { type: 'plain_text' | 'mrkdwn'; text: string }): string {
  if (object.type === 'plain_text') return object.text
  return object.text
    .replace(/<@(\w+)>/g, '@$1')
    .replace(/<!date\^(\d+)\^[^|]*\|[^>]*>/g, (_, seconds: string) =>
      new Date(Number(seconds) * 1000).toISOString(),
    )
    .replace(/<[^|>]+\|([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
