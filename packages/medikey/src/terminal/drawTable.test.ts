import { expect, test } from 'vitest'
import { drawTable } from './drawTable.ts'

const plain = (_: unknown, text: string) => text

test('columns stand below each other, also with wide characters', () => {
  expect(
    drawTable(plain, {
      head: ['id', 'what', 'when'],
      rows: [
        ['a', '記録', 'now'],
        ['longer', 'record', ''],
      ],
    }),
  ).toEqual(['id      what    when', 'a       記録    now', 'longer  record'])
})

test('a row stays a row whatever its cells are', () => {
  expect(drawTable(plain, { head: ['x'], rows: [['one\n\u001b[2Jtwo']] })).toEqual(['x', 'one two'])
})

test('a cell is coloured without moving the next column', () => {
  const drawn = drawTable(plain, {
    head: ['a', 'b'],
    rows: [['1', '2']],
    paintCell: (text, { column }) => (column === 0 ? `<${text}>` : text),
  })
  expect(drawn).toEqual(['a  b', '<1>  2'])
})
