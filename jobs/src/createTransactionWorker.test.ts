import { AmbiguousBroadcastError } from '@medikey/contract-client'
import { createClinic } from '@medikey/core/testing'
import { expect, test } from 'vitest'
import { approveGrant } from '../testing/approveGrant.ts'
import { createRecordedLogger } from '../testing/createRecordedLogger.ts'
import { createTransactionWorker } from './createTransactionWorker.ts'

function setup(options: Parameters<typeof createClinic>[0] = {}) {
  const clinic = createClinic(options)
  const { logger, lines } = createRecordedLogger()
  const worker = createTransactionWorker({ deps: clinic.deps, logger })
  const sweep = async () => {
    await worker.sweep()
    await worker.idle()
  }
  const statusOf = async (id: string) => (await clinic.deps.store.getTransaction(id))?.status
  return { clinic, worker, sweep, statusOf, lines }
}

test('brings an approved request to the chain from its row alone, to the end', async () => {
  const { clinic, sweep, statusOf, lines } = setup()
  const { transactionId } = await approveGrant(clinic)

  await sweep()
  expect(await statusOf(transactionId)).toBe('broadcast')
  clinic.ledger.mine()
  clinic.clock.advance(1_000)
  await sweep()
  expect(await statusOf(transactionId)).toBe('included')
  clinic.ledger.advanceTenure(2)
  clinic.clock.advance(60_000)
  await sweep()
  expect(await statusOf(transactionId)).toBe('final')
  expect(lines.filter(({ msg }) => msg === 'Transaction moved')).toMatchObject([
    { transactionId, from: 'queued', to: 'broadcast' },
    { transactionId, from: 'broadcast', to: 'included' },
    { transactionId, from: 'included', to: 'final' },
  ])
})

test('the job and the sweep at once send one transaction', async () => {
  const { clinic, worker, sweep, statusOf } = setup()
  const { transactionId } = await approveGrant(clinic)
  await Promise.all([worker.advance({ transactionId }), sweep(), worker.advance({ transactionId }), sweep()])
  expect(await statusOf(transactionId)).toBe('broadcast')
  expect(clinic.ledger.mempool).toHaveLength(1)
})

test('two workers on the same rows send one transaction each request', async () => {
  const { clinic, sweep } = setup()
  const other = createTransactionWorker({
    deps: clinic.deps,
    logger: createRecordedLogger().logger,
  })
  for (const staff of ['<@U0NADIA>', '<@U0TOM>', '<@U0BEN>']) await approveGrant(clinic, { staff })
  await Promise.all([sweep(), other.sweep()])
  await other.idle()
  clinic.clock.advance(60_000)
  await sweep()
  expect(clinic.ledger.mempool.map(({ nonce }) => nonce).toSorted()).toEqual([2n, 3n, 4n])
  expect(new Set(clinic.ledger.arrivals).size).toBe(3)
})

test('an unreachable node is logged once for each transaction, and ends the request nowhere', async () => {
  const { clinic, sweep, statusOf, lines } = setup()
  const { transactionId, requestId } = await approveGrant(clinic)
  clinic.ledger.disturbReads(() => {
    throw new Error('connection refused')
  })
  for (let round = 0; round < 5; round += 1) {
    await sweep()
    clinic.clock.advance(20_000)
  }
  expect(await statusOf(transactionId)).toBe('queued')
  expect(lines.filter(({ level }) => level === 'error')).toMatchObject([
    { transactionId, work: 'transaction', err: { message: 'connection refused' } },
  ])

  clinic.ledger.disturbReads(null)
  clinic.clock.advance(20_000)
  await sweep()
  expect(await statusOf(transactionId)).toBe('broadcast')
  expect(lines.filter(({ msg }) => msg === 'Transaction moved')).toMatchObject([{ requestId }])
})

test('a transaction that fails again and again does not hold up the others', async () => {
  const { clinic, sweep, statusOf } = setup()
  const { transactionId: stuck } = await approveGrant(clinic)
  clinic.ledger.disturbReads(() => {
    throw new Error('connection refused')
  })
  await sweep()
  clinic.ledger.disturbReads(null)
  const { transactionId } = await approveGrant(clinic, { staff: '<@U0TOM>' })
  await sweep()
  expect(await statusOf(stuck)).toBe('queued')
  expect(await statusOf(transactionId)).toBe('broadcast')
})

test('a lost answer is followed by the same bytes, not by a second transaction', async () => {
  const { clinic, sweep, statusOf } = setup()
  const { transactionId } = await approveGrant(clinic)
  clinic.ledger.disturbBroadcast({
    after: () => {
      throw new AmbiguousBroadcastError({ txid: '0x00', problem: 'the connection was reset' })
    },
  })
  await sweep()
  expect(await statusOf(transactionId)).toBe('unknown')
  clinic.clock.advance(250)
  await sweep()
  expect(await statusOf(transactionId)).toBe('broadcast')
  expect(clinic.ledger.mempool).toHaveLength(1)
  expect(new Set(clinic.ledger.arrivals).size).toBe(1)
})
