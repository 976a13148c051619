import type { Person, Span, Text } from '@medikey/core'
import { cutText } from './cutText.ts'
import type { Paint } from './Paint.ts'
import { terminalAccount } from './terminalAccount.ts'
import { toInertText } from './toInertText.ts'

/** In UTF-16 units. Longer texts are cut, visibly: one message must not scroll the others away. */
const LONGEST = 3_000

type Drawn = { format: Parameters<Paint>[0] | null; text: string }

/** Draws a text as one string; line breaks in it stay. */
export function drawText(paint: Paint, options: { text: Text; timeZone?: string | undefined }): string {
  let room = LONGEST
  const drawn: string[] = []
  for (const span of options.text) {
    const { format, text } = readSpan(span, options.timeZone)
    const cut = cutText(toInertText(text), { room })
    drawn.push(format === null ? cut.kept : paint(format, cut.kept))
    if (cut.hidden > 0) {
      drawn.push(paint('dim', ` … (${cut.hidden} more characters)`))
      break
    }
    room = cut.room
  }
  return drawn.join('')
}

function readSpan(span: Span, timeZone: string | undefined): Drawn {
  if (typeof span === 'string') return { format: null, text: span }
  if ('bold' in span) return { format: 'bold', text: span.bold }
  if ('code' in span) return { format: 'yellow', text: span.code }
  if ('person' in span) return readPerson(span.person)
  if ('message' in span) return { format: null, text: span.message.label }
  if ('link' in span) return { format: 'underline', text: `${span.link.label} (${span.link.url})` }
  return { format: null, text: formatTime(span.time, timeZone) }
}

/** Only who has an account here is mentioned; anybody else is a name. */
function readPerson({ name, accounts }: Person): Drawn {
  const { platform, workspace } = terminalAccount('')
  const [account, ...others] = accounts.filter(
    (candidate) => candidate.platform === platform && candidate.workspace === workspace,
  )
  return account === undefined || others.length > 0
    ? { format: null, text: name }
    : { format: ['bold', 'cyan'], text: `${name} (@${account.userId})` }
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
