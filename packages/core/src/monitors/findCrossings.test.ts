import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCrossings } from './findCrossings.ts'

const cross = (seconds: readonly number[]) =>
  findCrossings(
    seconds.map((second) => new Date(second * 1000)),
    { getTime: (at) => at, count: 3, within: 10_000 },
  ).map((at) => at.getTime() / 1000)

test('a burst is found at the thing that makes it one, once', () => {
  expect(cross([0, 20, 40])).toEqual([])
  expect(cross([0, 5, 10])).toEqual([10])
  expect(cross([0, 5, 11])).toEqual([])
  expect(cross([0, 1, 2, 3, 4, 5, 6])).toEqual([2])
})

test('after a lull, the next burst is another one', () => {
  expect(cross([0, 1, 2, 100, 101, 102, 103])).toEqual([2, 102])
})

test('each crossing is full, and something between two crossings is not', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 60 }), (unsorted) => {
      const seconds = [...new Set(unsorted)].sort((a, b) => a - b)
      for (const at of cross(seconds)) {
        expect(seconds.filter((other) => other <= at && other >= at - 10).length).toBeGreaterThanOrEqual(3)
        expect(cross(seconds.filter((other) => other < at))).not.toContain(at)
      }
    }),
  )
})
