import { expect, test } from 'vitest'
import { isCron } from './isCron.ts'

test.each(['* * * * *', '*/5 * * * * *', '0 8 * * mon', '0 0 29 2 *', '0 7 1 * *', '0 7 ? * 1'])(
  '%s can be read',
  (cron) => {
    expect(isCron(cron)).toBe(true)
  },
)

test.each([
  '',
  'every day',
  '60 * * * *',
  '0 0 31 2 *',
  '0 8 * * monday',
  '0 8 * * 5-1',
  '0 7 1 * 1',
  '0 7 1-31 * mon',
])('“%s” cannot be read', (cron) => {
  expect(isCron(cron)).toBe(false)
})
