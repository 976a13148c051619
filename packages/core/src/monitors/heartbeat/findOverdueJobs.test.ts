import { expect, test } from 'vitest'
import { createClinic, reportFindings, sampleFinding } from '../../../testing/index.ts'
import { advanceAlerts } from '../../alerts/advanceAlerts.ts'
import type { MonitorRun } from '../../model/MonitorState.ts'
import { lookOnce } from '../lookOnce.ts'
import { findOverdueJobs } from './findOverdueJobs.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 9, minutes))

async function look(states: Record<string, Partial<MonitorRun>>, now = at(30)) {
  const { deps } = createClinic()
  await deps.store.transaction(async (unit) => {
    for (const [monitor, run] of Object.entries(states)) await unit.noteRun({ monitor, ...run })
  })
  const given = { changes: [], failedCalls: [], since: null, now }
  return findOverdueJobs(deps, given, deps.settings.monitors.heartbeat)
}

test('a job that completed in its time is none, nor is one that nobody waits for', async () => {
  const { holds, ended } = await look({
    follower: { completedAt: at(29), dueBy: at(31) },
    reconcile: { completedAt: at(1), dueBy: null },
  })
  expect(holds).toEqual([])
  expect(ended).toEqual(['job-overdue:follower', 'job-overdue:reconcile'])
})

test.each<[string, Partial<MonitorRun>, string]>([
  [
    'hangs',
    { startedAt: at(20), completedAt: at(19) },
    'the run that began at 2026-01-01T09:20:00.000Z has not ended',
  ],
  [
    'fails each time',
    { startedAt: at(29), completedAt: at(10), failedAt: at(29), failure: 'NO_TABLE' },
    'since 2026-01-01T09:10:00.000Z: its last run failed (NO_TABLE)',
  ],
  ['runs no more', { startedAt: at(10), completedAt: at(11) }, 'no run began since'],
  ['never ran', {}, 'has not completed yet'],
])('a job that %s is overdue once its time is over', async (_, run, told) => {
  const states = { 'grant-expiry': { ...run, dueBy: at(30) } }
  expect((await look(states, at(29))).holds).toEqual([])
  expect((await look(states)).holds).toMatchObject([
    {
      rule: 'job-overdue',
      fingerprint: 'job-overdue:grant-expiry',
      subject: 'grant-expiry',
      at: at(30),
      summary: expect.stringContaining(told),
    },
  ])
})

test('chain-health is told of also while it says that the chain cannot be read', async () => {
  const { deps, clock } = createClinic()
  const unreachable = sampleFinding({ rule: 'chain-unreachable', kind: 'condition', cause: 'chain' })
  await reportFindings(deps, { holds: [unreachable] })
  await deps.store.transaction(async (unit) => {
    for (const monitor of ['chain-health', 'follower']) await unit.noteRun({ monitor, dueBy: clock.now() })
  })
  await lookOnce(deps, { monitor: 'heartbeat' })
  clock.advance(120_000)
  await advanceAlerts(deps)
  const told = (await deps.store.listOpenAlerts({ limit: 9 })).filter(({ rule }) => rule === 'job-overdue')
  expect(told.map(({ cause, inhibitedBy }) => [cause, inhibitedBy]).sort()).toEqual([
    ['chain-health', null],
    ['jobs', 'chain-unreachable'],
  ])
})

test('what was due while the computer slept is told of only where it is not done by the next look', async () => {
  const { deps, clock } = createClinic()
  const dueBy = new Date(clock.now().getTime() + 180_000)
  const note = (monitor: string, run: Partial<MonitorRun>) =>
    deps.store.transaction((unit) => unit.noteRun({ monitor, ...run }))
  await note('follower', { dueBy })
  await note('reconcile', { dueBy })
  const overdue = async () =>
    (await lookOnce(deps, { monitor: 'heartbeat' })).report.holds.map(({ subject }) => subject)
  expect(await overdue()).toEqual([])
  clock.advance(8 * 3_600_000)
  expect(await overdue()).toEqual([])
  await note('reconcile', { dueBy: new Date(clock.now().getTime() + 180_000) })
  clock.advance(60_000)
  expect(await overdue()).toEqual(['follower'])
  await note('follower', { dueBy: new Date(clock.now().getTime() + 180_000) })
  clock.advance(60_000)
  await overdue()
  expect(await deps.store.listHoldingFindings({ rules: ['job-overdue'] })).toEqual([])
})

test('what is due after a clock was set back is not overdue by a look from before that', async () => {
  const { deps, clock } = createClinic()
  await lookOnce(deps, { monitor: 'heartbeat' })
  clock.advance(-3_600_000)
  const dueBy = new Date(clock.now().getTime() + 180_000)
  await deps.store.transaction((unit) => unit.noteRun({ monitor: 'follower', dueBy }))
  const { report } = await lookOnce(deps, { monitor: 'heartbeat' })
  expect(report.holds).toEqual([])
})

test('jobs that are overdue together have one cause', async () => {
  const { holds } = await look({ follower: { dueBy: at(1) }, deliveries: { dueBy: at(2) } })
  expect(new Set(holds.map(({ cause }) => cause)).size).toBe(1)
  expect(holds).toHaveLength(2)
})
