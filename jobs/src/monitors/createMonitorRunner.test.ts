import type { Finding, LegacyMonitor } from '@medikey/core'
import { createClinic } from '@medikey/core/testing'
import { afterEach, expect, test, vi } from 'vitest'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import type { JobMetrics } from '../JobMetrics.ts'
import { noMetrics } from '../noMetrics.ts'
import { createMonitorRunner } from './createMonitorRunner.ts'

afterEach(() => vi.useRealTimers())

const FINDING: Finding = {
  rule: 'grant-unused',
  kind: 'happening',
  cause: '1',
  at: new Date(0),
  severity: 'warning',
  fingerprint: 'test-rule:1',
  subject: 'record 1',
  summary: 'Something is odd.',
  recordId: 1n,
  txid: null,
}

function setup(monitor: LegacyMonitor) {
  const clinic = createClinic()
  const { logger, lines } = createRecordedLogger()
  const runs: Parameters<JobMetrics['monitorRan']>[0][] = []
  const metrics: JobMetrics = { ...noMetrics, monitorRan: (run) => void runs.push(run) }
  const create = () => createMonitorRunner({ deps: clinic.deps, logger, metrics, timeoutMs: 5_000 })
  const entry = { name: 'test', cron: '* * * * *', monitor, afterFollow: false }
  const alerts = () => clinic.deps.store.listAlerts({ limit: 100 })
  return { clinic, lines, runs, create, entry, alerts }
}

test('raises what the monitor found, once however often it runs', async () => {
  const { create, entry, alerts, runs } = setup(async () => [FINDING])
  const monitors = create()
  expect(await monitors.run(entry)).toBe('finished')
  expect(await monitors.run(entry)).toBe('finished')
  expect(await alerts()).toHaveLength(1)
  expect(runs).toMatchObject([
    { monitor: 'test', outcome: 'finished', findings: 1 },
    { monitor: 'test', outcome: 'finished', findings: 0 },
  ])
})

test('two processes that run it at once raise one alert and post one message', async () => {
  const { create, entry, alerts, clinic } = setup(async () => [FINDING])
  await Promise.all([create().run(entry), create().run(entry), create().run(entry)])
  expect(await alerts()).toHaveLength(1)
  expect(clinic.memory.listJobs()).toHaveLength(1)
})

test('a monitor that reports in batches is asked until nothing is new', async () => {
  let batch = 0
  const { create, entry, alerts } = setup(async () => {
    batch += 1
    return batch > 3 ? [] : [{ ...FINDING, cause: `${batch}`, fingerprint: `test-rule:${batch}` }]
  })
  await create().run(entry)
  expect(await alerts()).toHaveLength(3)
})

test('a run is skipped while the last one goes on', async () => {
  const gate = Promise.withResolvers<void>()
  let begun = 0
  const { create, entry, runs } = setup(async () => {
    begun += 1
    await gate.promise
    return []
  })
  const monitors = create()
  const first = monitors.run(entry)
  expect(await monitors.run(entry)).toBe('skipped')
  expect(begun).toBe(1)
  gate.resolve()
  expect(await first).toBe('finished')
  await monitors.idle()
  expect(await monitors.run(entry)).toBe('finished')
  expect(runs.map(({ outcome }) => outcome)).toEqual(['skipped', 'finished', 'finished'])
})

test('a monitor that throws is logged once, harms nobody and runs again next time', async () => {
  let isBroken = true
  const { create, entry, lines, runs } = setup(async () => {
    if (isBroken) throw new Error('no such table')
    return []
  })
  const monitors = create()
  expect(await monitors.run(entry)).toBe('failed')
  isBroken = false
  expect(await monitors.run(entry)).toBe('finished')
  expect(lines.filter(({ level }) => level === 'error')).toMatchObject([
    { monitor: 'test', err: { message: 'no such table' } },
  ])
  expect(runs.map(({ outcome }) => outcome)).toEqual(['failed', 'finished'])
})

test('a run that hangs counts as failed after its time, and holds its place until it ends', async () => {
  vi.useFakeTimers()
  const gate = Promise.withResolvers<Finding[]>()
  const { create, entry, runs, lines } = setup(() => gate.promise)
  const monitors = create()
  const hanging = monitors.run(entry)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await hanging).toBe('failed')
  expect(await monitors.run(entry)).toBe('skipped')
  gate.resolve([])
  await monitors.idle()
  expect(runs.map(({ outcome }) => outcome)).toEqual(['failed', 'skipped'])
  expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1)
})

test('after stopping nothing runs any more', async () => {
  const { create, entry } = setup(async () => [FINDING])
  const monitors = create()
  monitors.stop()
  expect(await monitors.run(entry)).toBe('skipped')
})
