import { createClinic } from '@medikey/core/testing'
import { BaseError } from '@medikey/errors'
import { afterEach, expect, test, vi } from 'vitest'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import type { JobMetrics } from '../JobMetrics.ts'
import { noMetrics } from '../noMetrics.ts'
import { createJobRunner } from './createJobRunner.ts'
import type { ScheduledJob } from './ScheduledJob.ts'

afterEach(() => vi.useRealTimers())

function setup(run: ScheduledJob['run']) {
  const clinic = createClinic()
  const { store } = clinic.deps
  const { logger, lines } = createRecordedLogger()
  const runs: Parameters<JobMetrics['jobRan']>[0][] = []
  const runner = createJobRunner({
    deps: clinic.deps,
    logger,
    metrics: { ...noMetrics, jobRan: (each) => void runs.push(each) },
    timeoutMs: 5_000,
    getDueBy: () => new Date(clinic.clock.now().getTime() + 60_000),
  })
  const job = { name: 'test', cron: '* * * * *', run }
  const start = async () => (await runner.run(job)).outcome
  const outcomes = () => runs.map(({ outcome }) => outcome)
  return { clinic, store, lines, runner, start, outcomes, state: () => store.getMonitorState('test') }
}

test('a run that completes says so in the job’s state, and by when it is to complete again', async () => {
  const { clinic, start, state, outcomes } = setup(async () => {
    clinic.clock.advance(1_000)
    return undefined
  })
  const begun = clinic.clock.now().getTime()
  expect(await start()).toBe('finished')
  expect(await state()).toMatchObject({
    startedAt: new Date(begun),
    completedAt: new Date(begun + 1_000),
    dueBy: new Date(begun + 61_000),
    failure: null,
  })
  expect(outcomes()).toEqual(['finished'])
})

test('a run is skipped while the last one goes on', async () => {
  const gate = Promise.withResolvers<undefined>()
  let begun = 0
  const { start, runner, outcomes } = setup(async () => {
    begun += 1
    return gate.promise
  })
  const first = start()
  expect(await start()).toBe('skipped')
  gate.resolve(undefined)
  expect(await first).toBe('finished')
  expect(begun).toBe(1)
  await runner.idle()
  expect(await start()).toBe('finished')
  expect(outcomes()).toEqual(['skipped', 'finished', 'finished'])
})

test('a job that throws is logged once, harms nobody, and its state says why until it completes', async () => {
  let isBroken = true
  const { start, runner, lines, state } = setup(async () => {
    if (isBroken) throw new BaseError({ code: 'NO_TABLE', shortMessage: 'No such table.' })
    return undefined
  })
  expect(await start()).toBe('failed')
  expect(await state()).toMatchObject({ completedAt: null, failure: 'NO_TABLE', dueBy: null })
  isBroken = false
  await runner.idle()
  expect(await start()).toBe('finished')
  expect(await state()).toMatchObject({ failure: null })
  expect(lines.filter(({ level }) => level === 'error')).toMatchObject([
    { job: 'test', err: { code: 'NO_TABLE' } },
  ])
})

test('a run that hangs counts as failed after its time, and holds its place until it ends', async () => {
  vi.useFakeTimers()
  const gate = Promise.withResolvers<undefined>()
  const { start, runner, state, lines, outcomes } = setup(() => gate.promise)
  const hanging = start()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await hanging).toBe('failed')
  expect(await start()).toBe('skipped')
  expect(await state()).toMatchObject({ completedAt: null, failure: 'JOB_TIMEOUT' })
  gate.resolve(undefined)
  await runner.idle()
  expect(await state()).toMatchObject({ failure: null, completedAt: expect.any(Date) })
  expect(outcomes()).toEqual(['failed', 'skipped'])
  expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1)
})

test('a job whose state cannot be noted runs all the same', async () => {
  let runs = 0
  const { store, start, lines } = setup(async () => {
    runs += 1
    return undefined
  })
  store.transaction = () => Promise.reject(new Error('connection lost'))
  expect(await start()).toBe('finished')
  expect(runs).toBe(1)
  expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(2)
})

test('after stopping nothing runs any more', async () => {
  const { start, runner } = setup(async () => undefined)
  runner.stop()
  expect(await start()).toBe('skipped')
})
