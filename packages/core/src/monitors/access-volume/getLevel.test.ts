import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getLevel } from './getLevel.ts'

const LEVELS = [
  { percent: 100, severity: 'warning' },
  { percent: 80, severity: 'info' },
] as const

test('the highest level that is reached counts, whatever their order', () => {
  const at = (part: bigint, whole = 1_000n) => getLevel(LEVELS, { part, whole })?.percent ?? null
  expect([at(0n), at(799n), at(800n), at(999n), at(1_000n)]).toEqual([null, null, 80, 80, 100])
  const huge = 2n ** 128n - 1n
  expect([at(huge - 1n, huge), at(huge, huge)]).toEqual([80, 100])
})

test('more of the same whole never reaches less', () => {
  const uint = fc.bigInt({ min: 1n, max: 2n ** 128n - 1n })
  fc.assert(
    fc.property(uint, uint, uint, (part, more, whole) => {
      const before = getLevel(LEVELS, { part, whole })?.percent ?? 0
      expect(getLevel(LEVELS, { part: part + more, whole })?.percent ?? 0).toBeGreaterThanOrEqual(before)
    }),
  )
})
