import type { Writable } from 'node:stream'
import type { Message } from '@medikey/core'
import wrapAnsi from 'wrap-ansi'
import { createPaint } from './createPaint.ts'
import { drawMessage } from './drawMessage.ts'
import { frameLines } from './frameLines.ts'
import type { Terminal } from './Terminal.ts'
import { toInertText } from './toInertText.ts'

/** Wide enough for a whole txid with its label. */
const COLUMNS = 100

/**
 * Draws a chat on a stream; in colour where the stream is a terminal.
 *
 * @param options.columns how wide it is drawn; 100 unless told
 * @param options.timeZone IANA name of the zone that times are shown in; the machine's own when left out
 * @example
 * createTerminal({ out: process.stdout }).showDeed({ who: 'alice', text: '/medikey record 1' })
 */
export function createTerminal(options: { out: Writable; timeZone?: string; columns?: number }): Terminal {
  const { out, timeZone, columns = COLUMNS } = options
  const paint = createPaint({ out })
  const write = (lines: readonly string[]) => void out.write(`${lines.join('\n')}\n\n`)
  const header = (text: string) => paint('dim', toInertText(text))
  const bar = (message: Message, indent: string) =>
    drawMessage(paint, { message, width: columns - indent.length - 2, timeZone }).map((line) =>
      `${indent}${paint('dim', '▏')} ${line}`.trimEnd(),
    )

  return {
    showDeed({ who, text }) {
      const deed = `${paint(['bold', 'cyan'], `@${toInertText(who)}`)} ${paint('dim', '›')} ${paint('bold', toInertText(text))}`
      write([wrapAnsi(deed, columns, { hard: true })])
    },
    showAnswer: ({ who, message }) => write([header(`Only visible to @${who}`), ...bar(message, '')]),
    showCard: (card) =>
      write([
        header(card.header),
        ...frameLines(paint, {
          lines: drawMessage(paint, { message: card.message, width: columns - 4, timeZone }),
          width: columns,
        }),
      ]),
    showReply: (reply) => write([`    ${header(reply.header)}`, ...bar(reply.message, '    ')]),
    showMessage: (message) => write([header(message.header), ...bar(message.message, '')]),
    say: (text) => write([wrapAnsi(paint('italic', toInertText(text)), columns, { hard: true })]),
  }
}
