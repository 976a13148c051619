import { answerCommand } from '@medikey/core'
import { createClinic, people } from '@medikey/core/testing'
import { expect, test } from 'vitest'
import { approveGrant } from '../testing/approveGrant.ts'
import { askForGrant } from '../testing/askForGrant.ts'
import { createRecordedLogger } from '../testing/createRecordedLogger.ts'
import { createTimekeeper } from './createTimekeeper.ts'
import { createTransactionWorker } from './createTransactionWorker.ts'

function setup() {
  const clinic = createClinic()
  const { logger } = createRecordedLogger()
  const { deps } = clinic
  const timekeeper = createTimekeeper({ deps, logger })
  const worker = createTransactionWorker({ deps, logger })
  const carryOut = async () => {
    await worker.sweep()
    await worker.idle()
    clinic.ledger.mine()
    clinic.clock.advance(1_000)
    await worker.sweep()
    await worker.idle()
  }
  return { clinic, deps, timekeeper, carryOut }
}

test('a request that waited too long expires, not a moment earlier', async () => {
  const { clinic, deps, timekeeper } = setup()
  const requestId = await askForGrant(clinic)
  clinic.clock.advance(86_399_999)
  await timekeeper.keep()
  expect((await deps.store.getRequest(requestId))?.status).toBe('pending')
  clinic.clock.advance(2)
  await timekeeper.keep()
  expect((await deps.store.getRequest(requestId))?.status).toBe('expired')
})

test('warns an hour before the end of a time-box, once', async () => {
  const { clinic, deps, timekeeper, carryOut } = setup()
  const { requestId } = await approveGrant(clinic, { duration: '8h' })
  await carryOut()
  const warnings = async () =>
    (await deps.store.listAudit({ requestId, limit: 100 })).filter(
      ({ action }) => action === 'grant-end-warned',
    )
  clinic.clock.advance(7 * 3_600_000 - 2_000)
  await timekeeper.keep()
  expect(await warnings()).toEqual([])
  clinic.clock.advance(2_000)
  await Promise.all([timekeeper.keep(), timekeeper.keep()])
  await timekeeper.keep()
  expect(await warnings()).toHaveLength(1)
})

test('what its person did not confirm within ten minutes expires', async () => {
  const { clinic, deps, timekeeper } = setup()
  await answerCommand(deps, {
    account: clinic.account('alice'),
    delivery: 'd',
    command: { name: 'archive', values: { record: '1', reason: 'moved' } },
  })
  const status = async () => (await deps.store.findRequests({ limit: 1 }))[0]?.status
  expect(await status()).toBe('unconfirmed')
  clinic.clock.advance(600_001)
  await timekeeper.keep()
  expect(await status()).toBe('expired')
})

test('access ends at the end of its time without a job and without anybody, and only once', async () => {
  const { clinic, deps, timekeeper, carryOut } = setup()
  const pair = { recordId: 1n, medicalStaff: people.nadia }
  const { requestId } = await approveGrant(clinic, { duration: '8h' })
  await carryOut()
  expect((await deps.store.getActiveGrant(pair))?.requestId).toBe(requestId)

  clinic.clock.advance(8 * 3_600_000)
  await Promise.all([timekeeper.keep(), timekeeper.keep()])
  await carryOut()
  expect(await deps.ledger.getAccessPrivilege(pair)).toBeNull()
  expect((await deps.store.getGrant(requestId))?.status).toBe('expired')
  await timekeeper.keep()
  expect(await deps.store.findRequests({ kind: 'revoke', limit: 10 })).toHaveLength(1)
})
