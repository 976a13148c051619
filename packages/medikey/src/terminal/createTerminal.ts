import type { Writable } from 'node:stream'
import type { Message } from '@medikey/core'
import wrapAnsi from 'wrap-ansi'
import { createPaint } from './createPaint.ts'
import { drawMessage } from './drawMessage.ts'
import { frameLines } from './frameLines.ts'
import type { Terminal } from './Terminal.ts'
import type { ToCommand } from './ToCommand.ts'
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
  const draw = (drawn: { message: Message; toCommand?: ToCommand }, room: number) =>
    drawMessage(paint, { ...drawn, width: columns - room, timeZone })
  const bar = (drawn: { message: Message; toCommand?: ToCommand }, indent: string) =>
    draw(drawn, indent.length + 2).map((line) => `${indent}${paint('dim', '▏')} ${line}`.trimEnd())

  return {
    showDeed({ who, text }) {
      const deed = `${paint(['bold', 'cyan'], `@${toInertText(who)}`)} ${paint('dim', '›')} ${paint('bold', toInertText(text))}`
      write([wrapAnsi(deed, columns, { hard: true })])
    },
    showAnswer: ({ who, ...answer }) => write([header(`Only visible to @${who}`), ...bar(answer, '')]),
    show(shown) {
      if (shown.kind === 'card') {
        write([header(shown.header), ...frameLines(paint, { lines: draw(shown, 4), width: columns })])
        return
      }
      const indent = shown.kind === 'reply' ? '    ' : ''
      write([`${indent}${header(shown.header)}`, ...bar(shown, indent)])
    },
    say: (text) => write([wrapAnsi(paint('italic', toInertText(text)), columns, { hard: true })]),
  }
}
