import { expect, test } from 'vitest'
import { accessVolumeSchema } from './accessVolumeSchema.ts'

test('bounds that make no sense are refused by name', () => {
  const problems = (settings: unknown) =>
    accessVolumeSchema
      .safeParse(settings)
      .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  expect(problems({ offHours: { from: '06:30' } })).toEqual([
    expect.stringContaining('offHours.from must be a whole hour'),
  ])
  expect(problems({ offHours: { from: '22:00', until: '06:00' } })).toEqual([
    'offHours.until must be later than from',
  ])
  expect(problems({ deniedCalls: { count: 1 } })).toEqual(['deniedCalls.count must be 2 or more'])
  expect(problems({ recordDrawn: [] })).toEqual(['recordDrawn must name at least one level'])
})

test.each([
  [
    'a percent that falls',
    [
      [95, 'info'],
      [80, 'info'],
    ],
  ],
  [
    'a percent twice',
    [
      [80, 'info'],
      [80, 'warning'],
    ],
  ],
  [
    'a severity that falls',
    [
      [80, 'critical'],
      [95, 'info'],
    ],
  ],
])('levels are refused with %s', (_, levels) => {
  const recordDrawn = levels.map(([percent, severity]) => ({ percent, severity }))
  expect(accessVolumeSchema.safeParse({ recordDrawn }).error?.issues).toMatchObject([
    { path: ['recordDrawn'], message: expect.stringMatching(/^must ascend: /) },
  ])
})
