import { createClinic } from '@medikey/core/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import { noMetrics } from '../noMetrics.ts'
import { createJobRunner } from './createJobRunner.ts'
import { startSchedule } from './startSchedule.ts'

const START = new Date('2026-01-01T09:00:00.500Z')
const MINUTE_MS = 60_000

beforeEach(() => void vi.useFakeTimers({ now: START }))
afterEach(() => vi.useRealTimers())

function setup(options: { cron: string; timeZone?: string; jobs?: number }) {
  const { cron, timeZone = 'UTC', jobs = 1 } = options
  const clinic = createClinic()
  const { settings } = clinic.deps
  const deps = {
    ...clinic.deps,
    clock: { now: () => new Date() },
    settings: { ...settings, monitors: { ...settings.monitors, timeZone } },
  }
  const ran: string[] = []
  const missed: string[] = []
  const { logger, lines } = createRecordedLogger()
  const metrics = { ...noMetrics, tickMissed: ({ job }: { job: string }) => void missed.push(job) }
  const getDueBy = () => new Date(Date.now() + 5 * MINUTE_MS)
  const startProcess = async (name: string, isPlanned = false) => {
    const runner = createJobRunner({ deps, logger, metrics, timeoutMs: 30_000, getDueBy })
    const run = async () => void ran.push(`${name} ${new Date().toISOString().slice(11, 19)}`)
    const schedule = [
      { name: 'job', cron, run: () => run().then(() => undefined) },
      { name: 'other', cron, run: async () => undefined },
      { name: 'digest', cron, run: async () => undefined, catchesUp: true },
    ].slice(0, jobs)
    return startSchedule({ deps, schedule, runner, logger, metrics, getDueBy, isPlanned })
  }
  return { deps, ran, missed, lines, startProcess }
}

test('of several processes one runs each tick', async () => {
  const { ran, missed, startProcess } = setup({ cron: '* * * * * *' })
  const processes = await Promise.all(['a', 'b', 'c'].map((name) => startProcess(name)))
  await vi.advanceTimersByTimeAsync(60_000)
  await Promise.all(processes.map((each) => each.stop()))
  const ticks = ran.map((run) => run.split(' ')[1])
  expect(ticks).toHaveLength(60)
  expect(new Set(ticks).size).toBe(60)
  expect(missed).toEqual([])
})

test('crons are meant in the time zone of the settings', async () => {
  const { ran, startProcess } = setup({ cron: '0 8 * * *', timeZone: 'America/New_York' })
  const { stop } = await startProcess('a')
  await vi.advanceTimersByTimeAsync(24 * 60 * MINUTE_MS)
  await stop()
  expect(ran).toEqual(['a 13:00:00'])
})

test('a process that was held up runs the last tick late, and tells of those that nobody ran', async () => {
  const { ran, missed, lines, startProcess } = setup({ cron: '* * * * *' })
  const { stop } = await startProcess('a')
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  // The timer of 09:02 goes off three minutes late.
  vi.setSystemTime(new Date('2026-01-01T09:04:10Z'))
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  await stop()
  expect(missed).toEqual(['job', 'job', 'job'])
  expect(lines.filter(({ level }) => level === 'warn').map(({ tick }) => tick)).toEqual([
    '2026-01-01T09:02:00.000Z',
    '2026-01-01T09:03:00.000Z',
    '2026-01-01T09:04:00.000Z',
  ])
  expect(ran).toEqual(['a 09:01:00', expect.stringMatching(/^a 09:05:(?!00)/)])
})

test('while the store cannot be asked nothing runs, and the ticks count as missed', async () => {
  const { deps, ran, missed, startProcess } = setup({ cron: '* * * * *' })
  const { stop } = await startProcess('a')
  const { claimTick } = deps.store
  deps.store.claimTick = () => Promise.reject(new Error('connection lost'))
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
  expect(ran).toEqual([])
  expect(missed).toHaveLength(2)
  deps.store.claimTick = claimTick
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  await stop()
  expect(ran).toHaveLength(1)
})

test('ticks that passed while no process ran are told at the start, in one line, and no warning after a stop', async () => {
  const { deps, missed, lines, startProcess } = setup({ cron: '0 * * * *', jobs: 3 })
  const note = (monitor: string, startedAt: Date) =>
    deps.store.transaction((unit) => unit.noteRun({ monitor, startedAt }))
  const told = () => lines.filter(({ msg }) => msg.startsWith('Ticks of the schedule passed'))
  for (const job of ['job', 'other', 'digest']) await note(job, new Date('2026-01-01T08:00:00Z'))
  await (await startProcess('a')).stop()
  expect(missed).toEqual([])
  await note('job', new Date('2026-01-01T07:00:00Z'))
  await note('other', new Date('2026-01-01T06:00:00Z'))
  await note('digest', new Date('2026-01-01T05:00:00Z'))
  await (await startProcess('b')).stop()
  expect(missed).toEqual(['job', 'other'])
  const facts = { jobs: ['job', 'other'], since: '2026-01-01T06:00:00.000Z', quietMs: 10_800_500 }
  expect(told()).toMatchObject([{ level: 'warn', ...facts }])
  await (await startProcess('c', true)).stop()
  expect(told()).toMatchObject([{ level: 'warn' }, { level: 'info', ...facts }])
})

test('a job is waited for from the first start on, and no more once it is not scheduled', async () => {
  const { deps, startProcess } = setup({ cron: '* * * * *' })
  const dueBy = new Date(0)
  for (const monitor of ['gone', 'follower'])
    await deps.store.transaction((unit) => unit.noteRun({ monitor, dueBy }))
  await (await startProcess('a')).stop()
  expect(await deps.store.getMonitorState('job')).toMatchObject({
    startedAt: null,
    dueBy: new Date(START.getTime() + 5 * MINUTE_MS),
  })
  expect(await deps.store.getMonitorState('gone')).toMatchObject({ dueBy: null })
  expect(await deps.store.getMonitorState('follower')).toMatchObject({ dueBy })
})
