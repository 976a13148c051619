import type { Span, Text } from './Message.ts'
import { toInertText } from './toInertText.ts'

/** A text without any formatting; people by name. */
export function toPlainText(text: Text): string {
  return text.map((span) => toInertText(toPlain(span))).join('')
}

function toPlain(span: Span): string {
  if (typeof span === 'string') return span
  if ('bold' in span) return span.bold
  if ('code' in span) return span.code
  if ('person' in span) return span.person.name
  if ('link' in span) return span.link.label
  if ('message' in span) return span.message.label
  return formatTime(span.time)
}

function formatTime(time: string): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? time : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
