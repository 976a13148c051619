import { expect, test } from 'vitest'
import { formatShortVolume } from './formatShortVolume.ts'

test.each([
  [0n, '0'],
  [99_999n, '99,999'],
  [100_000n, '100 K'],
  [123_456n, '123 K'],
  [999_999n, '999 K'],
  [1_000_000n, '1 M'],
  [1_209_999n, '1.2 M'],
  [12_345_678_901n, '12.3 G'],
  [999_999_999_999_999n, '999 T'],
  [10n ** 15n, '1 × 10¹⁵'],
  [2n ** 128n - 1n, '3.4 × 10³⁸'],
])('%s is %s', (volume, text) => {
  expect(formatShortVolume(volume)).toBe(text)
})
