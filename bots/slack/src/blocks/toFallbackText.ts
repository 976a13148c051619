import { cutText, type Message, toInertText, toPlainText } from '@medikey/core'
import { escapeMarkup } from './escapeMarkup.ts'
import { limits } from './limits.ts'

/** What a notification and a screen reader say: the message without its formatting. Mentions nobody. */
export function toFallbackText(message: Message): string {
  const lines = [
    message.title === null ? '' : toInertText(message.title),
    ...message.paragraphs.map(toPlainText),
    ...message.fields.map((field) => `${toInertText(field.label)}: ${toPlainText(field.value)}`),
  ]
  const text = lines.filter((line) => line.trim() !== '').join('\n')
  return escapeMarkup(cutText(text === '' ? 'MediKey' : text, limits.fallbackText))
}
