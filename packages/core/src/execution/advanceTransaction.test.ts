import { NodeUnreachableError } from '@medikey/contract-client'
import { expect, test } from 'vitest'
import { type Clinic, createClinic, driveClinic, type Handle, people } from '../../testing/index.ts'
import type { RawRequestInput } from '../input/parseRequestInput.ts'

const approve = (clinic: Clinic, raw: Partial<RawRequestInput> = {}, by: Handle = 'alice') =>
  driveClinic(clinic).approve(raw, by)
const last = (clinic: Clinic, requestId: string) => driveClinic(clinic).last(requestId)
const advance = (clinic: Clinic, requestId: string) => driveClinic(clinic).advance(requestId)
const eventsOnChain = (clinic: Clinic) => driveClinic(clinic).eventsOnChain()

test('an approved grant is signed, sent, included and final: one event on chain', async () => {
  const clinic = createClinic()
  const id = await approve(clinic)
  expect(await advance(clinic, id)).toMatchObject({ status: 'broadcast', nonce: 2n, fee: 300n })
  clinic.ledger.mine()
  expect(await advance(clinic, id)).toMatchObject({ status: 'included', blockHeight: expect.any(Number) })
  clinic.ledger.advanceTenure(2)
  expect(await advance(clinic, id)).toMatchObject({ status: 'final' })
  expect(await eventsOnChain(clinic)).toEqual(['medical-access-granted'])
  const audit = await clinic.deps.store.listAudit({ requestId: id, limit: 20 })
  expect(audit.map(({ action }) => action)).toEqual([
    'request-submitted',
    'request-approved',
    'transaction-signed',
    'transaction-broadcast',
    'transaction-included',
    'transaction-final',
  ])
})

test('the bytes are stored before they are sent', async () => {
  const clinic = createClinic()
  const id = await approve(clinic)
  let stored: unknown
  clinic.ledger.disturbBroadcast({
    before: async () => {
      stored = (await clinic.deps.store.listTransactions(id)).at(-1)
    },
  })
  await advance(clinic, id)
  expect(stored).toMatchObject({
    status: 'unknown',
    txid: expect.stringMatching(/^0x/),
    bytes: expect.any(String),
    nonce: 2n,
  })
})

test('many callers at once send one transaction', async () => {
  const clinic = createClinic()
  const id = await approve(clinic)
  await Promise.all(Array.from({ length: 8 }, () => advance(clinic, id)))
  clinic.ledger.mine()
  await Promise.all(Array.from({ length: 8 }, () => advance(clinic, id)))
  expect(new Set(clinic.ledger.arrivals).size).toBe(1)
  expect(await eventsOnChain(clinic)).toEqual(['medical-access-granted'])
})

test('requests of one physician at once get nonces of their own, without a gap', async () => {
  const clinic = createClinic()
  const ids = await Promise.all([
    approve(clinic),
    approve(clinic, { staff: '<@U0TOM>' }),
    approve(clinic, { record: '2', limit: '50' }),
  ])
  await Promise.all(ids.map((id) => advance(clinic, id)))
  const nonces = await Promise.all(ids.map(async (id) => (await last(clinic, id)).nonce))
  expect(nonces.toSorted()).toEqual([2n, 3n, 4n])
})

test('a transaction that the node lost is sent again after a while, with the same bytes', async () => {
  const clinic = createClinic()
  const id = await approve(clinic)
  const sent = await advance(clinic, id)
  clinic.ledger.forget(sent?.txid ?? '')
  await advance(clinic, id)
  expect(clinic.ledger.arrivals).toHaveLength(1)
  clinic.clock.advance(30_000)
  await advance(clinic, id)
  expect(clinic.ledger.arrivals).toEqual([sent?.txid, sent?.txid])
})

test('a reorg brings an included grant back to broadcast, and it is included again', async () => {
  const clinic = createClinic()
  const id = await approve(clinic, { duration: '8h' })
  await advance(clinic, id)
  clinic.ledger.mine()
  await advance(clinic, id)
  clinic.ledger.orphanTip()
  expect(await advance(clinic, id)).toMatchObject({ status: 'broadcast', blockHash: null })
  expect(await clinic.deps.store.getGrant(id)).toBeNull()
  clinic.ledger.mine()
  expect(await advance(clinic, id)).toMatchObject({ status: 'included' })
  expect(await clinic.deps.store.getGrant(id)).toMatchObject({ status: 'active' })
  expect(await eventsOnChain(clinic)).toEqual(['medical-access-granted'])
})

test('a refusal by the contract after inclusion is told in its own words, and its nonce is spent once it is final', async () => {
  const clinic = createClinic()
  const id = await approve(clinic)
  await advance(clinic, id)
  clinic.ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
  clinic.ledger.mine()
  expect(await advance(clinic, id)).toMatchObject({
    status: 'aborted',
    failure: { code: 'ERR_SYSTEM_MAINTENANCE' },
  })
  expect(await clinic.deps.store.listHeldNonces(people.alice)).toEqual([2n])
  clinic.ledger.advanceTenure(2)
  await advance(clinic, id)
  expect(await clinic.deps.store.listHeldNonces(people.alice)).toEqual([])
})

test('an unreachable node loses nothing: the next call goes on', async () => {
  const clinic = createClinic()
  const id = await approve(clinic)
  clinic.ledger.disturbReads(() => {
    throw new NodeUnreachableError({ route: '/v2', problem: 'refused' })
  })
  await expect(advance(clinic, id)).rejects.toMatchObject({ retryable: true })
  clinic.ledger.disturbReads(null)
  expect(await advance(clinic, id)).toMatchObject({ status: 'broadcast' })
})
