import stringWidth from 'string-width'
import type { Paint } from './Paint.ts'
import { toInertText } from './toInertText.ts'

/**
 * Draws rows below their head, each column as wide as it needs to be.
 *
 * @param options.paintCell colours a cell of the body; as it is unless told
 * @example
 * drawTable(paint, { head: ['id', 'what'], rows: [['a3x9q1mz7t', 'record archived']] })
 */
export function drawTable(
  paint: Paint,
  options: {
    head: readonly string[]
    rows: readonly (readonly string[])[]
    paintCell?: (text: string, cell: { row: number; column: number }) => string
  },
): string[] {
  const { head, paintCell = (text) => text } = options
  const rows = options.rows.map((row) => row.map((cell) => toInertText(cell).replaceAll('\n', ' ')))
  const widths = head.map((name, column) =>
    Math.max(stringWidth(name), ...rows.map((row) => stringWidth(row[column] ?? ''))),
  )
  const draw = (row: readonly string[], color: (text: string, column: number) => string) =>
    row
      .map((cell, column) => {
        const isLast = column === row.length - 1
        const padding = isLast ? 0 : (widths[column] ?? 0) - stringWidth(cell)
        return color(cell, column) + ' '.repeat(padding)
      })
      .join('  ')
      .trimEnd()
  return [
    draw(head, (name) => paint('dim', name)),
    ...rows.map((cells, row) => draw(cells, (text, column) => paintCell(text, { row, column }))),
  ]
}
