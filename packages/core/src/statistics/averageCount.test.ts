import { expect, test } from 'vitest'
import { averageCount } from './averageCount.ts'

test('is the mean of ordinary counts', () => {
  expect(averageCount([1, 2, 1, 4])).toBe(2)
  expect(averageCount([])).toBeNull()
})

test('is hardly moved by an extraordinary one', () => {
  expect(averageCount([1, 2, 1, 1, 50])).toBe(1.6)
})
