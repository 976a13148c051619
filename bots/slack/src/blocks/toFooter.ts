import { cutText, type Text, toPlainText } from '@medikey/core'
import type { types } from '@slack/bolt'
import { limits } from './limits.ts'
import type { Team } from './Team.ts'
import { toMarkup } from './toMarkup.ts'

/** Small print as one context block; none where there is nothing to print. */
export function toFooter(lines: readonly Text[], options: Team & { max: number }): types.ContextBlock[] {
  const max = Math.min(options.max, limits.contextText)
  const elements = lines
    .slice(0, limits.contextElements)
    .flatMap((line): (types.PlainTextElement | types.MrkdwnElement)[] => {
      const plain = toPlainText(line)
      if (plain.trim() === '') return []
      const markup = toMarkup(line, options)
      // Cutting markup could split a mention, so what is too long loses its formatting first.
      return line.every((span) => typeof span === 'string') || markup.length > max
        ? [{ type: 'plain_text', text: cutText(plain, max), emoji: false }]
        : [{ type: 'mrkdwn', text: markup, verbatim: true }]
    })
  return elements.length === 0 ? [] : [{ type: 'context', elements }]
}
