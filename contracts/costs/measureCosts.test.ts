import { expect, test } from 'vitest'
import baseline from './baseline.json' with { type: 'json' }
import type { Cost } from './Cost.ts'
import { countFits } from './countFits.ts'
import { measureCosts } from './measureCosts.ts'
import { READ_ONLY_LIMIT } from './READ_ONLY_LIMIT.ts'

const TOLERANCE = 1.05
const costs = await measureCosts()

test('measures what the baseline has, and nothing else', () => {
  expect(Object.keys(costs).toSorted()).toEqual(Object.keys(baseline).toSorted())
})

test.for(Object.entries<Cost>(baseline))(
  '%s costs no more than 5 %% above its baseline',
  ([name, before]) => {
    const now = Object.entries(costs[name] ?? {})
    const grown = now.filter(([figure, value]) => value > before[figure as keyof Cost] * TOLERANCE)
    expect(
      grown,
      'A figure grew. Where it is meant to: npm run accept-costs, and commit baseline.json.',
    ).toEqual([])
  },
)

test('the batched read fits what a node allows one read-only call, and 30 reads', () => {
  const cost = costs['get-medical-records'] as Cost
  expect(countFits(cost, READ_ONLY_LIMIT)).toBeGreaterThanOrEqual(1)
  expect(cost.read_count).toBeLessThanOrEqual(30)
})

test('counts by the scarcest of the five', () => {
  const limit = { runtime: 100, read_count: 9, read_length: 100, write_count: 0, write_length: 0 }
  const cost = { runtime: 10, read_count: 2, read_length: 1, write_count: 0, write_length: 0 }
  expect(countFits(cost, limit)).toBe(4)
  expect(countFits({ ...cost, write_count: 1 }, limit)).toBe(0)
})
