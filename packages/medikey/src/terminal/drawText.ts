import type { Span, Text } from '@medikey/core'
import type { Paint } from './Paint.ts'
import { toInertText } from './toInertText.ts'

/** Longer texts are cut, visibly: one message must not scroll the others away. */
const LONGEST = 3_000

/** Draws a text as one string; line breaks in it stay. */
export function drawText(paint: Paint, options: { text: Text; timeZone?: string | undefined }): string {
  let room = LONGEST
  const drawn: string[] = []
  for (const span of options.text) {
    const { format, text } = readSpan(span, options.timeZone)
    const letters = Array.from(toInertText(text))
    const cut = letters.slice(0, room).join('')
    drawn.push(format === null ? cut : paint(format, cut))
    if (letters.length > room) {
      drawn.push(paint('dim', ` … (${letters.length - room} more characters)`))
      break
    }
    room -= letters.length
  }
  return drawn.join('')
}

function readSpan(
  span: Span,
  timeZone: string | undefined,
): { format: Parameters<Paint>[0] | null; text: string } {
  if (typeof span === 'string') return { format: null, text: span }
  if ('bold' in span) return { format: 'bold', text: span.bold }
  if ('code' in span) return { format: 'yellow', text: span.code }
  if ('person' in span) return { format: ['bold', 'cyan'], text: `@${span.person.name}` }
  if ('link' in span) return { format: 'underline', text: `${span.link.label} (${span.link.url})` }
  return { format: null, text: formatTime(span.time, timeZone) }
}

function formatTime(time: string, timeZone: string | undefined): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) return time
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(date)
}
