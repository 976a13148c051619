import { expect, test } from 'vitest'
import { getRange } from './getRange.ts'

test('leaves out a tenth at each end, between the two nearest where there are few', () => {
  expect(getRange([])).toBeNull()
  expect(getRange([7n])).toEqual({ low: 7n, high: 7n })
  expect(getRange([60n, 20n, 40n, 50n, 30n])).toEqual({ low: 24n, high: 56n })
  expect(getRange(Array.from({ length: 11 }, (_, index) => BigInt(index)))).toEqual({ low: 1n, high: 9n })
})

test('is exact for sums that exceed the chain’s numbers', () => {
  const all = 2n ** 128n - 1n
  expect(getRange([all * 3n, all * 3n])).toEqual({ low: all * 3n, high: all * 3n })
})
