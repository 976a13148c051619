import { expect, test } from 'vitest'
import { formatTimeLeft } from './formatTimeLeft.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.each([
  [1, 'less than a minute'],
  [MINUTE, '1 minute'],
  [HOUR - 1, '59 minutes'],
  [HOUR + MINUTE, '1 hour 1 minute'],
  [26 * HOUR + 59 * MINUTE, '1 day 2 hours'],
  [24 * HOUR + 5 * MINUTE, '1 day'],
  [14 * 24 * HOUR, '14 days'],
])('%d milliseconds are %s', (milliseconds, words) => {
  expect(formatTimeLeft(milliseconds)).toBe(words)
})
