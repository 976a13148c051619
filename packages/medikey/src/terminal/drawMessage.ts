import { type ButtonStyle, buttons, type Message, type Text, type Tone } from '@medikey/core'
import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import { drawText } from './drawText.ts'
import type { Paint } from './Paint.ts'
import type { ToCommand } from './ToCommand.ts'
import { toInertText } from './toInertText.ts'

const SIGNS: Record<Tone, { sign: string; color: 'cyan' | 'yellow' | 'green' | 'red' }> = {
  neutral: { sign: '•', color: 'cyan' },
  waiting: { sign: '…', color: 'yellow' },
  good: { sign: '✓', color: 'green' },
  bad: { sign: '✗', color: 'red' },
}
const BUTTON_COLORS: Record<ButtonStyle, 'green' | 'red' | 'cyan'> = {
  primary: 'green',
  danger: 'red',
  plain: 'cyan',
}

/** Paragraphs and fields of a message that are shown. */
const MOST = 40

/**
 * Draws a message as lines, none wider than `width` columns.
 *
 * @param options.timeZone IANA name; the machine's own when left out
 * @param options.toCommand what to type instead of clicking; without it there are only the buttons
 */
export function drawMessage(
  paint: Paint,
  options: {
    message: Message
    width: number
    timeZone?: string | undefined
    toCommand?: ToCommand | undefined
  },
): string[] {
  const { message, width, timeZone, toCommand } = options
  const draw = (text: Text) => drawText(paint, { text, timeZone })
  const sections: string[][] = []

  const { sign, color } = SIGNS[message.tone]
  const label = `${paint(color, sign)} `
  const hasTitle = message.title !== null
  sections.push([
    ...(message.title === null
      ? []
      : hang({ label, indent: 2, value: paint('bold', draw([message.title])), width })),
    ...message.paragraphs.slice(0, MOST).flatMap((text, index) =>
      // Without a title, the first paragraph carries the sign, and the others stand below it.
      hasTitle
        ? wrap(draw(text), width)
        : hang({ label: index === 0 ? label : '  ', indent: 2, value: draw(text), width }),
    ),
  ])

  const fields = message.fields.slice(0, MOST)
  const labels = fields.map((field) => draw([field.label]))
  const indent = Math.min(
    Math.max(0, ...labels.map((label) => stringWidth(label))) + 2,
    Math.floor(width / 3),
  )
  sections.push(
    fields.flatMap((field, index) => {
      const name = wrap(labels[index] ?? '', indent - 1)[0] ?? ''
      const padded = paint('dim', name) + ' '.repeat(Math.max(0, indent - stringWidth(name)))
      return hang({ label: padded, indent, value: draw(field.value), width })
    }),
  )

  const hidden = Math.max(0, message.paragraphs.length - MOST) + Math.max(0, message.fields.length - MOST)
  sections.push(hidden === 0 ? [] : [paint('dim', `… (${hidden} more not shown)`)])
  const drawn = message.actions.map((action) => {
    const { style, label } = buttons[action.kind]
    const button = paint(BUTTON_COLORS[style], `[ ${label} ]`)
    return toCommand === undefined ? button : `${button}  ${toInertText(toCommand(action))}`
  })
  sections.push(
    toCommand === undefined
      ? [drawn.join('  ')].filter((line) => line !== '')
      : drawn.flatMap((line) => wrap(line, width)),
  )
  sections.push(message.footer.flatMap((text) => wrap(paint('dim', draw(text)), width)))

  return sections
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}

/** A label, and a value that keeps to its own column when it takes several lines. */
function hang(options: { label: string; indent: number; value: string; width: number }): string[] {
  const { label, indent, value, width } = options
  return wrap(value, width - indent).map((line, index) =>
    index === 0 ? label + line : ' '.repeat(indent) + line,
  )
}

function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, width, { hard: true }).split('\n')
}
