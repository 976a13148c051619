import { digestSchema } from '@medikey/core'
import { createClinic } from '@medikey/core/testing'
import { expect, test } from 'vitest'
import { createDigestJob } from './createDigestJob.ts'
import { createSchedule } from './createSchedule.ts'

const listDigests = (digest: unknown) =>
  createSchedule(createClinic({ settings: { digest: digestSchema.parse(digest) } }).deps)
    .filter(({ name }) => name.startsWith('digest-'))
    .map(({ name, cron }) => [name, cron])

test('the day’s digest is sent every morning, the week’s on Mondays, unless told otherwise', () => {
  expect(listDigests({})).toEqual([
    ['digest-daily', '0 7 * * *'],
    ['digest-weekly', '0 7 * * 1'],
  ])
  expect(listDigests({ daily: { enabled: false }, weekly: { cron: '30 6 * * 1' } })).toEqual([
    ['digest-weekly', '30 6 * * 1'],
  ])
})

test('a period’s digest is queued once, however often the job runs', async () => {
  const { deps, memory } = createClinic()
  const job = createDigestJob(deps, { period: 'daily' })
  await job.run({ isOver: () => false })
  await job.run({ isOver: () => false })
  expect(memory.listJobs()).toMatchObject([
    { job: { name: 'deliver', lane: { subject: { digestId: 'daily-2025-12-31' }, platform: 'slack' } } },
  ])
})
