import { applyReport, getFollowedAt, monitorsSchema } from '@medikey/core'
import { type Clinic, createClinic, people, reportFindings, sampleFinding } from '@medikey/core/testing'
import { afterEach, expect, test } from 'vitest'
import { approveGrant } from '../testing/approveGrant.ts'
import { createRecordedLogger } from '../testing/createRecordedLogger.ts'
import { type Call, createRecordedMessenger } from '../testing/createRecordedMessenger.ts'
import { createSchedule } from './schedule/createSchedule.ts'
import { isCron } from './schedule/isCron.ts'
import { type Jobs, startJobs } from './startJobs.ts'

const running: Jobs[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()))
})

async function start(
  options: {
    parts?: Parameters<typeof startJobs>[0]['parts']
    monitors?: unknown
    disturb?: (call: Call) => Promise<void>
    /** What was there before. */
    before?: (clinic: Clinic) => Promise<void>
  } = {},
) {
  const monitors = monitorsSchema.parse(options.monitors)
  const clinic = createClinic({ settings: { pollIntervalMs: 5, monitors } })
  await options.before?.(clinic)
  const { messenger, calls } = createRecordedMessenger(
    options.disturb === undefined ? {} : { disturb: options.disturb },
  )
  const { logger, lines } = createRecordedLogger()
  const jobs = await startJobs({
    deps: clinic.deps,
    queue: clinic.memory.queue,
    messengers: [messenger],
    logger,
    ...(options.parts === undefined ? {} : { parts: options.parts }),
  })
  running.push(jobs)
  return { clinic, calls, jobs, lines }
}

test('an alert that nobody acknowledges is told again by itself', async () => {
  const { clinic } = await start()
  const { store, clock } = clinic.deps
  const report = { holds: [sampleFinding({ at: clock.now() })], ended: [] }
  await store.transaction((unit) => applyReport(clinic.deps, unit, { report, at: clock.now() }))
  clinic.clock.advance(4 * 3_600_000)
  const toldAt = async () => (await store.listOpenAlerts({ limit: 1 }))[0]?.toldAt
  await expect.poll(toldAt, { timeout: 10_000 }).toEqual(clock.now())
})

test('an approval reaches the chain and the chat by itself', async () => {
  const { clinic, calls } = await start()
  const { transactionId } = await approveGrant(clinic)
  const status = async () => (await clinic.deps.store.getTransaction(transactionId))?.status
  await expect.poll(status).toBe('broadcast')
  clinic.ledger.mine()
  await expect
    .poll(async () => {
      clinic.clock.advance(10)
      return status()
    })
    .toBe('included')
  await expect.poll(() => calls.map(({ method }) => method)).toContain('notifyUser')
  expect(calls[0]?.method).toBe('postCard')
  await expect
    .poll(() => clinic.deps.store.getPrivilege({ recordId: 1n, medicalStaff: people.nadia }))
    .toMatchObject({ accessLimit: 500n })
})

test('what was due while nothing ran is due later, in a process without a schedule too', async () => {
  const { clinic } = await start({
    parts: { worker: true, follower: false, schedule: false },
    async before({ deps, clock }) {
      const completedAt = clock.now()
      const dueBy = new Date(completedAt.getTime() + 60_000)
      await deps.store.transaction((unit) => unit.noteRun({ monitor: 'reconcile', completedAt, dueBy }))
      clock.advance(3_600_000)
    },
  })
  expect(await clinic.deps.store.getMonitorState('reconcile')).toMatchObject({
    dueBy: new Date(clinic.clock.now().getTime() + 60_000),
  })
})

test('that the chain was read is known as soon as it was', async () => {
  const { clinic } = await start({ parts: { worker: false, follower: true, schedule: false } })
  await expect.poll(() => getFollowedAt(clinic.deps.store)).toEqual(clinic.clock.now())
})

test('a loop that hangs from its first round on is waited for', async () => {
  const gate = Promise.withResolvers<void>()
  const { clinic } = await start({
    async before({ deps }) {
      const { listDueLanes } = deps.store
      deps.store.listDueLanes = (options) => gate.promise.then(() => listDueLanes(options))
    },
  })
  expect(await clinic.deps.store.getMonitorState('deliveries')).toMatchObject({
    completedAt: null,
    dueBy: expect.any(Date),
  })
  gate.resolve()
})

test('what a monitor told of is over once it is switched off', async () => {
  const { clinic } = await start({
    parts: { worker: false, follower: false, schedule: true },
    monitors: { 'chain-health': { enabled: false } },
    async before({ deps, clock }) {
      const finding = sampleFinding({ rule: 'chain-unreachable', kind: 'condition', at: clock.now() })
      await reportFindings(deps, { holds: [finding] })
    },
  })
  expect(await clinic.deps.store.listAlerts({ limit: 1 })).toMatchObject([{ status: 'resolved' }])
})

test('a start goes on where what was told could not be ended', async () => {
  const { clinic, lines } = await start({
    parts: { worker: false, follower: false, schedule: true },
    async before({ deps: { store } }) {
      const { transaction } = store
      store.transaction = (work) =>
        transaction((unit) =>
          work({ ...unit, listHoldingFindings: () => Promise.reject(new Error('no such table')) }),
        )
    },
  })
  expect(lines.find(({ msg }) => msg.includes('switched off'))).toMatchObject({
    level: 'error',
    err: { message: 'no such table' },
  })
  expect(await clinic.deps.store.getMonitorState('unsanctioned-change')).toMatchObject({
    dueBy: expect.any(Date),
  })
})

test('a process that does not work on transactions leaves them to others', async () => {
  const { clinic, calls, jobs } = await start({ parts: { worker: false, follower: false, schedule: false } })
  const { transactionId } = await approveGrant(clinic)
  await expect.poll(() => calls.length).toBeGreaterThan(0)
  expect((await clinic.deps.store.getTransaction(transactionId))?.status).toBe('queued')
  expect(jobs.freshness()).toBeNull()
})

test('a link that another process made is known here without being asked for', async () => {
  const { clinic } = await start({ parts: { worker: false, follower: false, schedule: false } })
  const principal = 'ST3AM1A56AK2C1XAFJ4115ZSV26EB49BVQ10MGCS0'
  const account = clinic.account('mallory')
  await clinic.deps.store.transaction((unit) => unit.putLink({ account, principal, linkedAt: new Date(0) }))
  await expect
    .poll(() => clinic.deps.directory.findAccount({ principal, platform: 'slack' })?.userId, {
      timeout: 30_000,
    })
    .toBe(account.userId)
})

test('stopping waits for a message that is being sent, and takes no other', async () => {
  const sending = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const { clinic, calls, jobs } = await start({
    disturb: () => {
      sending.resolve()
      return gate.promise
    },
  })
  await approveGrant(clinic)
  await sending.promise
  const stopped = jobs.stop()
  gate.resolve()
  await stopped
  const atStop = calls.length
  expect(atStop).toBeGreaterThan(0)
  await approveGrant(clinic, { staff: '<@U0TOM>' })
  await clinic.memory.queue.stop()
  expect(calls).toHaveLength(atStop)
})

test('every line of the schedule can be read by cron and has a name of its own', () => {
  const schedule = createSchedule(createClinic().deps)
  expect(schedule.filter(({ cron }) => !isCron(cron))).toEqual([])
  expect(new Set(schedule.map(({ name }) => name)).size).toBe(schedule.length)
})
