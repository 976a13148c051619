import type { Chart } from '@medikey/core'

const ROOM = 592
/** Of a letter on average, and of the sign and the gap beside each name, a little more than they take. */
const LETTER = 7.4
const AROUND = 38

/** How many rows the names below a chart take. */
export function countLegendRows({ series }: Pick<Chart, 'series'>): number {
  let rows = 1
  let used = 0
  for (const { name } of series) {
    const width = name.length * LETTER + AROUND
    if (used > 0 && used + width > ROOM) {
      rows += 1
      used = 0
    }
    used += width
  }
  return rows
}
