import { lookOnce, type MonitorRun } from '@medikey/core'
import { createClinic } from '@medikey/core/testing'
import { expect, test } from 'vitest'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import { excuseDowntime } from './excuseDowntime.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

function setup() {
  const { deps, clock } = createClinic()
  const { logger } = createRecordedLogger()
  const inMs = (ms: number) => new Date(clock.now().getTime() + ms)
  return {
    clock,
    inMs,
    note: (monitor: string, run: Partial<MonitorRun>) =>
      deps.store.transaction((unit) => unit.noteRun({ monitor, ...run })),
    start: () => excuseDowntime(deps, { logger }),
    /** The jobs that `job-overdue` tells of: the second of two looks judges as of the first. */
    async overdue() {
      await lookOnce(deps, { monitor: 'heartbeat' })
      const { report } = await lookOnce(deps, { monitor: 'heartbeat' })
      return report.holds.map(({ subject }) => subject)
    },
  }
}

test('what was due while nothing ran is not overdue at the next start, and is when it does not complete then', async () => {
  const { clock, inMs, note, start, overdue } = setup()
  await note('grant-expiry', { startedAt: inMs(0), completedAt: inMs(0), dueBy: inMs(3 * MINUTE_MS) })
  await note('follower', { completedAt: inMs(MINUTE_MS), dueBy: inMs(3 * MINUTE_MS) })
  clock.advance(10 * HOUR_MS)
  await start()
  expect(await overdue()).toEqual([])
  // Of their three minutes one had passed.
  clock.advance(2 * MINUTE_MS)
  expect(await overdue()).toEqual(['follower', 'grant-expiry'])
})

test('of processes that start one beside or right after the other, one gives that time', async () => {
  const { clock, inMs, note, start, overdue } = setup()
  await note('grant-expiry', { startedAt: inMs(0), completedAt: inMs(0), dueBy: inMs(3 * MINUTE_MS) })
  clock.advance(10 * HOUR_MS)
  await Promise.all([start(), start()])
  clock.advance(SECOND_MS)
  await start()
  clock.advance(3 * MINUTE_MS)
  expect(await overdue()).toEqual(['grant-expiry'])
})

test('what was overdue before nothing ran stays so', async () => {
  const { clock, inMs, note, start, overdue } = setup()
  await note('grant-expiry', { startedAt: inMs(0), dueBy: inMs(MINUTE_MS) })
  await note('follower', { completedAt: inMs(2 * MINUTE_MS), dueBy: inMs(4 * MINUTE_MS) })
  clock.advance(10 * HOUR_MS)
  await start()
  expect(await overdue()).toEqual(['grant-expiry'])
})

test('a job that hangs in a process that lives is overdue, however often another starts', async () => {
  const { clock, inMs, note, start, overdue } = setup()
  await note('grant-expiry', { startedAt: inMs(0), dueBy: inMs(3 * MINUTE_MS) })
  for (let second = 0; second < 180; second += 10) {
    // A loop that fails is a sign of life as well.
    if (second % 20 === 0) await note('follower', { failedAt: inMs(0), failure: 'NODE_UNREACHABLE' })
    clock.advance(10 * SECOND_MS)
    await start()
  }
  expect(await overdue()).toEqual(['grant-expiry'])
})

test('a process that restarts all the time excuses no job that never completes', async () => {
  const { clock, inMs, note, start, overdue } = setup()
  await note('grant-expiry', { completedAt: inMs(0), dueBy: inMs(3 * MINUTE_MS) })
  for (let life = 1; life <= 4; life += 1) {
    await start()
    expect(await overdue()).toEqual([])
    clock.advance(45 * SECOND_MS)
    await note('timekeeper', { completedAt: inMs(0) })
    if (life < 4) clock.advance(HOUR_MS)
  }
  expect(await overdue()).toEqual(['grant-expiry'])
})

test('a clock that was set back, and a first start, excuse nothing', async () => {
  const { clock, inMs, note, start, overdue } = setup()
  await start()
  await note('grant-expiry', { completedAt: inMs(0), dueBy: inMs(MINUTE_MS) })
  clock.advance(-HOUR_MS)
  await start()
  clock.advance(HOUR_MS + MINUTE_MS)
  expect(await overdue()).toEqual(['grant-expiry'])
})
