import { type Deps, type DigestPeriod, digestSchema, monitorsSchema } from '@medikey/core'
import { createClinic } from '@medikey/core/testing'
import { expect, test } from 'vitest'
import { createDigestJob } from './createDigestJob.ts'
import { createSchedule } from './createSchedule.ts'

const MINUTE_MS = 60_000

/** The follower had read all that there was. */
const follow = ({ store }: Pick<Deps, 'store'>, completedAt: Date) =>
  store.transaction((unit) => unit.noteRun({ monitor: 'follower', completedAt }))

async function setup(options: { period?: DigestPeriod; digest?: unknown; timeZone?: string } = {}) {
  const { period = 'daily', digest, timeZone = 'UTC' } = options
  const { deps, clock, memory } = createClinic({
    settings: { digest: digestSchema.parse(digest), monitors: monitorsSchema.parse({ timeZone }) },
  })
  await follow(deps, new Date('2026-12-31T00:00:00Z'))
  const start = () => {
    const job = createDigestJob(deps, { period })
    return () => job.run({ isOver: () => false })
  }
  return {
    deps,
    clock,
    start,
    /** Turns the clock on to the moment and runs the job every minute until then. */
    async runUntil(at: string, run: () => Promise<unknown>) {
      while (clock.now() < new Date(at)) {
        clock.advance(MINUTE_MS)
        await run()
      }
    },
    listSent: () => memory.listJobs().map(({ job }) => ('lane' in job ? job.lane.subject : job)),
  }
}

test('the day’s and the week’s digests are sent unless they are switched off', () => {
  const list = (digest: unknown) =>
    createSchedule(createClinic({ settings: { digest: digestSchema.parse(digest) } }).deps)
      .map(({ name }) => name)
      .filter((name) => name.startsWith('digest-'))
  expect(list({})).toEqual(['digest-daily', 'digest-weekly'])
  expect(list({ daily: { enabled: false } })).toEqual(['digest-weekly'])
})

test('a digest is sent once at its time, in the time zone of the settings', async () => {
  const { start, runUntil, listSent } = await setup({ timeZone: 'America/New_York' })
  const run = start()
  await run()
  await runUntil('2026-01-01T11:59:00Z', run)
  expect(listSent()).toEqual([])
  await runUntil('2026-01-01T12:00:00Z', run)
  expect(listSent()).toEqual([{ digestId: 'daily-2025-12-31' }])
  await runUntil('2026-01-01T14:00:00Z', run)
  expect(listSent()).toHaveLength(1)
})

test('a week’s digest is sent on the day that is set', async () => {
  const { clock, start, runUntil, listSent } = await setup({
    period: 'weekly',
    digest: { weekly: { cron: '30 6 * * 2' } },
  })
  const run = start()
  await run()
  clock.set(new Date('2026-01-06T06:29:00Z'))
  await run()
  expect(listSent()).toEqual([])
  await runUntil('2026-01-06T06:30:00Z', run)
  expect(listSent()).toEqual([{ digestId: 'weekly-2026-W01' }])
})

test('what was before MediKey was there has no digest', async () => {
  const { start, listSent } = await setup()
  const run = start()
  await run()
  await run()
  expect(listSent()).toEqual([])
})

test('a digest whose moment passed while nothing ran is sent at the next start, once', async () => {
  const { clock, start, listSent } = await setup()
  await start()()
  clock.set(new Date('2026-01-04T21:30:00Z'))
  await Promise.all([start()(), start()(), start()()])
  await start()()
  expect(listSent()).toEqual([{ digestId: 'daily-2026-01-03' }])
})

test('a digest of what is no longer the last day is not sent any more', async () => {
  const { clock, start, runUntil, listSent } = await setup()
  await start()()
  clock.set(new Date('2026-01-03T00:30:00Z'))
  const run = start()
  await run()
  expect(listSent()).toEqual([])
  await runUntil('2026-01-03T07:00:00Z', run)
  expect(listSent()).toEqual([{ digestId: 'daily-2026-01-02' }])
})

test('a digest that could not be sent, or whose process died over it, is sent by the next run', async () => {
  const { deps, clock, start, listSent } = await setup()
  const run = start()
  await run()
  clock.set(new Date('2026-01-02T07:00:00Z'))
  const { listDrawHours } = deps.store
  deps.store.listDrawHours = () => Promise.reject(new Error('connection lost'))
  await expect(run()).rejects.toThrow('connection lost')
  expect(listSent()).toEqual([])
  deps.store.listDrawHours = listDrawHours
  clock.advance(MINUTE_MS)
  await start()()
  expect(listSent()).toEqual([{ digestId: 'daily-2026-01-01' }])
})

test('a clock that was ahead puts off no digest for as long', async () => {
  const { clock, start, runUntil, listSent } = await setup()
  const run = start()
  clock.set(new Date('2027-01-01T09:00:00Z'))
  await run()
  clock.set(new Date('2026-01-01T09:00:00Z'))
  await run()
  await runUntil('2026-01-02T07:00:00Z', run)
  expect(listSent()).toEqual([{ digestId: 'daily-2026-01-01' }])
})

test('a digest waits ten minutes for the follower, and then says what is missing', async () => {
  const { deps, clock, start, runUntil, listSent } = await setup()
  const run = start()
  await run()
  await follow(deps, new Date('2026-01-01T22:00:00Z'))
  clock.set(new Date('2026-01-02T06:59:00Z'))
  await runUntil('2026-01-02T07:09:00Z', run)
  expect(listSent()).toEqual([])
  await runUntil('2026-01-02T07:10:00Z', run)
  expect(listSent()).toEqual([{ digestId: 'daily-2026-01-01' }])
  expect(await deps.store.getDigest('daily-2026-01-01')).toMatchObject({
    figures: { readUntil: '2026-01-01T22:00:00.000Z' },
  })
})

test('after a start a digest waits for the follower, and is sent whole once that has caught up', async () => {
  const { deps, clock, start, runUntil, listSent } = await setup()
  await start()()
  await follow(deps, new Date('2026-01-01T22:00:00Z'))
  clock.set(new Date('2026-01-02T09:00:00Z'))
  const run = start()
  await runUntil('2026-01-02T09:05:00Z', run)
  expect(listSent()).toEqual([])
  await follow(deps, clock.now())
  await runUntil('2026-01-02T09:06:00Z', run)
  expect(listSent()).toEqual([{ digestId: 'daily-2026-01-01' }])
  expect((await deps.store.getDigest('daily-2026-01-01'))?.figures).not.toHaveProperty('readUntil')
})
