import type { FakeMessage } from '@medikey/discord/testing'
import { html } from 'hono/html'
import { toDisplayName } from '../names.ts'
import type { Painter } from '../Shot.ts'
import { paintMarkup } from './paintMarkup.ts'

type Component = FakeMessage['components'][number]
type Painted = ReturnType<typeof html>

const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'secondary'] as const

/**
 * Draws what was posted to the double of Discord as Discord shows it.
 *
 * @param options.nameOf the handle of a person, by user id
 */
export function createDiscordPainter(options: {
  nameOf: (userId: string) => Parameters<typeof toDisplayName>[0]
}): Painter {
  const nameOf = (userId: string) => toDisplayName(options.nameOf(userId))
  return {
    css: `
    .frame { font: 15px/1.4 "Noto Sans", "Noto Color Emoji", sans-serif; }
    .light { background: #fff; color: #313338; --quiet: #5c5e66; --line: #e1e2e4; --mention: #505cdc;
      --mention-back: #5865f21f; --code: inherit; --code-back: #ebedef; --bar: #f2f3f5; --box: #f7f8f9; }
    .dark { background: #313338; color: #dbdee1; --quiet: #949ba4; --line: #3f4147; --mention: #c9cdfb;
      --mention-back: #5865f24d; --code: inherit; --code-back: #1e1f22; --bar: #2b2d31; --box: #393a41; }
    .container { border: 1px solid var(--line); border-radius: 8px; background: var(--box); padding: 12px 16px;
      position: relative; overflow: hidden; }
    .accent { position: absolute; left: 0; top: 0; bottom: 0; width: 4px; }
    .header { font-weight: 700; font-size: 19px; margin: 0 0 6px; }
    .line { min-height: 1.4em; white-space: pre-wrap; }
    .small { color: var(--quiet); font-size: 12.5px; }
    .part { margin: 0 0 8px; }
    .container > .part:last-child { margin: 0; }
    .mention { color: var(--mention); background: var(--mention-back); border-radius: 3px; padding: 0 2px; }
    .time { background: var(--code-back); border-radius: 3px; padding: 0 2px; }
    .button { display: inline-block; border-radius: 8px; font-weight: 500; font-size: 14px; padding: 5px 16px;
      margin-right: 8px; color: #fff; background: #4e5058; }
    .success { background: #248046; }
    .danger { background: #da373c; }
    .primary { background: #5865f2; }`,
    paint({ seen }) {
      return (seen.native as FakeMessage).components
        .map((component) => String(paintComponent(component, nameOf)))
        .join('')
    },
  }
}

function paintComponent(component: Component, nameOf: (userId: string) => string): Painted {
  switch (component.type) {
    case 17: {
      const { accent_color, components } = component
      const accent = accent_color?.toString(16).padStart(6, '0')
      return html`<div class="container">
        ${accent === undefined ? '' : html`<div class="accent" style="background: #${accent}"></div>`}
        ${components.map((part) => paintComponent(part, nameOf))}
      </div>`
    }
    case 10:
      return html`<div class="part">${paintMarkup(component.content, { nameOf })}</div>`
    case 14:
      return html`<hr class="part">`
    case 1:
      return html`<div class="part">${component.components.map((button) => {
        if (button.type !== 2) throw new Error(`Nobody drew a component ${button.type} yet.`)
        return html`<span class="button ${STYLES[button.style]}">${button.label ?? ''}</span>`
      })}</div>`
    default:
      throw new Error(`Nobody drew a component ${component.type} yet.`)
  }
}
