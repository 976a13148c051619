import { followOnce } from '@medikey/core'
import { createClinic, people } from '@medikey/core/testing'
import { expect, test } from 'vitest'
import { approveGrant } from '../testing/approveGrant.ts'
import { createRecordedLogger } from '../testing/createRecordedLogger.ts'
import { createFollower } from './createFollower.ts'
import { createTransactionWorker } from './createTransactionWorker.ts'
import { noMetrics } from './noMetrics.ts'
import { createJobRunner } from './schedule/createJobRunner.ts'
import { createSchedule } from './schedule/createSchedule.ts'

const FOREIGN = {
  sender: people.alice,
  call: {
    functionName: 'grantMedicalAccess',
    recordId: 1n,
    medicalStaff: people.tom,
    accessLimit: 900n,
  },
} as const

async function setup() {
  const clinic = createClinic()
  await clinic.deps.store.transaction((unit) =>
    unit.setChainBinding({ network: 'devnet', contract: 'c', deployTxid: '0x00', installedAtHeight: 5 }),
  )
  const { logger, lines } = createRecordedLogger()
  const { deps } = clinic
  const createProcess = (metrics = noMetrics) => {
    const schedule = createSchedule(deps)
    const runner = createJobRunner({
      deps,
      logger,
      metrics,
      timeoutMs: 30_000,
      getDueBy: () => null,
    })
    return createFollower({ deps, schedule, runner, logger, metrics })
  }
  const alerts = async () => {
    const told = await deps.store.listAlerts({ limit: 10 })
    return (await Promise.all(told.map(({ id }) => deps.store.listAlertFindings({ alertId: id })))).flat()
  }
  return { clinic, deps, lines, createProcess, alerts }
}

test('a grant that nobody approved raises its alert within the round that reads it', async () => {
  const { clinic, createProcess, alerts, lines } = await setup()
  const follower = createProcess()
  await follower.follow()
  expect(await alerts()).toEqual([])
  clinic.ledger.act(FOREIGN)
  await follower.follow()
  expect(await alerts()).toMatchObject([{ rule: 'unsanctioned-grant', severity: 'critical' }])
  expect(lines.find(({ msg }) => msg === 'Alert raised')).toMatchObject({ rule: 'unsanctioned-grant' })
})

test('a grant that was approved raises none', async () => {
  const { clinic, deps, createProcess, alerts } = await setup()
  const worker = createTransactionWorker({
    deps,
    logger: createRecordedLogger().logger,
  })
  await approveGrant(clinic)
  await worker.sweep()
  await worker.idle()
  clinic.ledger.mine()
  await createProcess().follow()
  expect(await deps.store.getPrivilege({ recordId: 1n, medicalStaff: people.nadia })).toMatchObject({
    accessLimit: 500n,
  })
  expect(await alerts()).toEqual([])
})

test('two processes that follow the same chain find it once', async () => {
  const { clinic, createProcess, alerts } = await setup()
  const followers = [createProcess(), createProcess()]
  await Promise.all(followers.map((follower) => follower.follow()))
  for (let round = 1; round <= 20; round += 1) {
    clinic.ledger.act(FOREIGN)
    await Promise.all(followers.map((follower) => follower.follow()))
    await Promise.all(followers.map((follower) => follower.follow()))
    expect(await alerts()).toHaveLength(round)
  }
})

test('what a crash left without an alert is found by the first round after the start', async () => {
  const { clinic, deps, createProcess, alerts } = await setup()
  clinic.ledger.act(FOREIGN)
  await followOnce(deps)
  expect(await alerts()).toEqual([])
  await createProcess().follow()
  expect(await alerts()).toHaveLength(1)
})

test('what came before a round failed raises its alert in that round, and once', async () => {
  const { clinic, deps, createProcess, alerts } = await setup()
  let isStored = false
  const follower = createProcess({
    ...noMetrics,
    eventsFollowed: () => {
      isStored = true
    },
  })
  await follower.follow()
  clinic.ledger.act(FOREIGN)
  const draw = { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 1n } as const
  for (let index = 0; index < 1_000; index += 1) clinic.ledger.act({ sender: people.alice, call: draw })
  isStored = false
  clinic.ledger.disturbReads(() => {
    if (isStored) throw new Error('connection refused')
  })
  await expect(follower.follow()).rejects.toThrow('connection refused')
  expect(await deps.store.countEvents()).toBeLessThan(1_000)
  expect(await alerts()).toMatchObject([{ rule: 'unsanctioned-grant' }])
  clinic.ledger.disturbReads(null)
  await follower.follow()
  expect(await deps.store.countEvents()).toBe(1_005)
  expect((await alerts()).map(({ rule }) => rule).sort()).toEqual(['record-drawn', 'unsanctioned-grant'])
})

test('counts as fresh only while rounds work', async () => {
  const { clinic, createProcess } = await setup()
  const follower = createProcess()
  expect(follower.freshness()).toEqual({ isFresh: false, followedAt: null })
  await follower.follow()
  expect(follower.freshness()).toEqual({ isFresh: true, followedAt: clinic.clock.now() })

  clinic.ledger.disturbReads(() => {
    throw new Error('connection refused')
  })
  clinic.clock.advance(59_000)
  await expect(follower.follow()).rejects.toThrow('connection refused')
  expect(follower.freshness().isFresh).toBe(true)
  clinic.clock.advance(1_000)
  expect(follower.freshness().isFresh).toBe(false)
  clinic.ledger.disturbReads(null)
  await follower.follow()
  expect(follower.freshness().isFresh).toBe(true)
})
