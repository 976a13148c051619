import { expect, test } from 'vitest'
import { formatDuration } from './formatDuration.ts'
import { parseDuration } from './parseDuration.ts'

test.each([
  ['30m', 1_800_000, '30 minutes'],
  ['1h', 3_600_000, '1 hour'],
  ['8H', 28_800_000, '8 hours'],
  [' 7d ', 604_800_000, '1 week'],
  ['366d', 31_622_400_000, '366 days'],
])('%j is %d milliseconds, told as %s', (text, milliseconds, told) => {
  expect(parseDuration(text)).toBe(milliseconds)
  expect(formatDuration(milliseconds)).toBe(told)
})

test.each(['', '8', 'h', '0h', '-1h', '1.5h', '8 h', '8s', '367d', '53w', '9999999m', '1h30m'])(
  '%j is no duration that MediKey takes',
  (text) => {
    expect(parseDuration(text)).toBeNull()
  },
)
