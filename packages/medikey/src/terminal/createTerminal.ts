import type { Writable } from 'node:stream'
import type { Message } from '@medikey/core'
import wrapAnsi from 'wrap-ansi'
import { createPaint } from './createPaint.ts'
import { drawMessage } from './drawMessage.ts'
import { frameLines } from './frameLines.ts'
import type { Terminal } from './Terminal.ts'
import { toInertText } from './toInertText.ts'

/** Columns: wide enough for a whole txid with its label. */
const WIDTH = 100

/**
 * Draws a chat on a stream, {@link WIDTH} columns wide; in colour where the stream is a terminal.
 *
 * @param options.timeZone IANA name of the zone that times are shown in; the machine's own when left out
 * @example
 * createTerminal({ out: process.stdout }).showDeed({ who: 'alice', text: '/medikey record 1' })
 */
export function createTerminal(options: { out: Writable; timeZone?: string }): Terminal {
  const { out, timeZone } = options
  const paint = createPaint({ out })
  const write = (lines: readonly string[]) => void out.write(`${lines.join('\n')}\n\n`)
  const header = (text: string) => paint('dim', toInertText(text))
  const bar = (message: Message, indent: string) =>
    drawMessage(paint, { message, width: WIDTH - indent.length - 2, timeZone }).map((line) =>
      `${indent}${paint('dim', '▏')} ${line}`.trimEnd(),
    )

  return {
    showDeed({ who, text }) {
      const deed = `${paint(['bold', 'cyan'], `@${toInertText(who)}`)} ${paint('dim', '›')} ${paint('bold', toInertText(text))}`
      write([wrapAnsi(deed, WIDTH, { hard: true })])
    },
    showAnswer: ({ who, message }) => write([header(`Only visible to @${who}`), ...bar(message, '')]),
    showCard: (card) =>
      write([
        header(card.header),
        ...frameLines(paint, {
          lines: drawMessage(paint, { message: card.message, width: WIDTH - 4, timeZone }),
          width: WIDTH,
        }),
      ]),
    showReply: (reply) => write([`    ${header(reply.header)}`, ...bar(reply.message, '    ')]),
    showMessage: (message) => write([header(message.header), ...bar(message.message, '')]),
    say: (text) => write([wrapAnsi(paint('italic', toInertText(text)), WIDTH, { hard: true })]),
  }
}
