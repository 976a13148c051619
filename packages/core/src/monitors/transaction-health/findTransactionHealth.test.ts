import { beforeEach, expect, test } from 'vitest'
import { type Clinic, type ClinicDriver, createClinic, driveClinic, people } from '../../../testing/index.ts'
import { sampleRequest } from '../../../testing/samples/sampleRequest.ts'
import { type ClinicWatch, watchClinic } from '../../../testing/watchClinic.ts'
import { advanceTransaction } from '../../execution/advanceTransaction.ts'
import { findTransactionHealth } from './findTransactionHealth.ts'
import { transactionHealthSchema } from './transactionHealthSchema.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

let clinic: Clinic
let drive: ClinicDriver
let watch: ClinicWatch
beforeEach(() => {
  clinic = createClinic()
  drive = driveClinic(clinic)
  watch = watchClinic(clinic, {
    monitor: findTransactionHealth,
    settings: transactionHealthSchema.parse(undefined),
  })
})

/** A grant that is on chain. */
async function carryOut(): Promise<string> {
  const id = await drive.approve()
  await drive.advance(id)
  clinic.ledger.mine()
  clinic.clock.advance(2_000)
  await drive.advance(id)
  return id
}

async function rules(): Promise<string[]> {
  const { found, ended } = await watch.look()
  return [
    ...found.map(({ rule, severity }) => `${severity} ${rule}`),
    ...ended.map((fingerprint) => `ended ${fingerprint.split(':')[0]}`),
  ]
}

test('one that no block takes is stuck, gets critical, and ends when it is mined', async () => {
  const id = await drive.approve()
  await drive.advance(id)
  clinic.clock.advance(30 * MINUTE_MS - 1)
  expect(await rules()).toEqual([])
  clinic.clock.advance(1)
  const { found } = await watch.look()
  expect(found).toMatchObject([
    { rule: 'transaction-stuck', severity: 'warning', cause: people.alice, recordId: 1n },
  ])
  expect(found[0]?.summary).toContain(
    'The grant on record 1 that alice signs has got no further for 30 minutes.',
  )
  clinic.clock.advance(6 * HOUR_MS)
  expect(await rules()).toEqual(['critical transaction-stuck'])
  clinic.clock.advance(-6 * HOUR_MS)
  expect((await watch.look()).ended).toEqual([])
  clinic.ledger.mine()
  clinic.clock.advance(6 * HOUR_MS)
  await drive.advance(id)
  expect(await rules()).toEqual(['ended transaction-stuck'])
})

test('one whose key was taken away says so', async () => {
  const id = await drive.approve()
  const { id: transactionId } = await drive.last(id)
  await advanceTransaction({ ...clinic.deps, getSigner: () => null }, { transactionId })
  clinic.clock.advance(30 * MINUTE_MS)
  const { found } = await watch.look()
  expect(found).toMatchObject([{ rule: 'transaction-stuck' }])
  expect(found[0]?.summary).toContain('MediKey holds no key of alice.')
})

test('a grant that waits for the end of maintenance is not stuck, nor is it right after', async () => {
  const id = await drive.approve()
  clinic.ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
  await drive.advance(id)
  clinic.clock.advance(5 * HOUR_MS)
  await drive.advance(id)
  expect(await rules()).toEqual([])
  clinic.ledger.act({ sender: people.cmo, call: { functionName: 'disableMaintenance' } })
  expect(await rules()).toEqual([])
  await drive.advance(id)
  expect((await drive.last(id)).status).toBe('broadcast')
  expect(await rules()).toEqual([])
})

test('a reorg that puts an old transaction back on its way is not a stuck one', async () => {
  const id = await carryOut()
  clinic.clock.advance(HOUR_MS)
  clinic.ledger.orphanTip()
  await drive.advance(id)
  expect((await drive.last(id)).status).toBe('broadcast')
  expect(await rules()).toEqual([])
  clinic.clock.advance(31 * MINUTE_MS)
  expect(await rules()).toEqual(['warning transaction-stuck'])
})

test('an approved grant that came to nothing is told once, with the reason', async () => {
  const id = await drive.approve()
  clinic.ledger.act({ sender: people.alice, call: { functionName: 'archiveRecord', recordId: 1n } })
  await drive.advance(id)
  expect((await drive.last(id)).status).toBe('refused')
  const { found } = await watch.look()
  expect(found).toMatchObject([
    { rule: 'transaction-lost', severity: 'warning', kind: 'happening', cause: people.alice },
  ])
  expect(found[0]?.summary).toContain('The approved grant on record 1 for nadia came to nothing.')
  expect(await rules()).toEqual([])
  clinic.clock.advance(2 * DAY_MS)
  expect(await rules()).toEqual([])
})

test('what was aborted in its block is told as well', async () => {
  const id = await drive.approve()
  await drive.advance(id)
  clinic.ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
  clinic.ledger.mine()
  clinic.clock.advance(2_000)
  await drive.advance(id)
  expect((await drive.last(id)).status).toBe('aborted')
  expect(await rules()).toEqual(['warning transaction-lost'])
})

test('a grant that gave way to a newer decision is what people decided', async () => {
  const first = await drive.approve()
  await drive.approve({ limit: '50' })
  await drive.advance(first)
  expect((await drive.last(first)).failure?.code).toBe('SUPERSEDED')
  expect(await rules()).toEqual([])
})

test('a balance that does not last is told, critical when nothing can be sent, and ends when it is filled', async () => {
  await carryOut()
  clinic.ledger.setBalance({ principal: people.alice, balance: 5_999n })
  const { found } = await watch.look()
  expect(found).toMatchObject([{ rule: 'balance-low', severity: 'warning', cause: people.alice }])
  expect(found[0]?.summary).toContain('alice has 0.005999 STX left, and a call costs up to 0.0003 STX')
  clinic.ledger.setBalance({ principal: people.alice, balance: 299n })
  clinic.clock.advance(MINUTE_MS)
  expect(await rules()).toEqual(['critical balance-low'])
  clinic.ledger.setBalance({ principal: people.alice, balance: 6_000n })
  expect(await rules()).toEqual(['ended balance-low'])
})

test('who is waited for and never signed is looked at at once', async () => {
  await watch.look()
  clinic.ledger.setBalance({ principal: people.ben, balance: 0n })
  clinic.clock.advance(1)
  const request = sampleRequest({ physician: people.ben, recordId: 3n, createdAt: clinic.clock.now() })
  await clinic.deps.store.transaction((unit) => unit.insertRequest(request))
  const { found } = await watch.look()
  expect(found).toMatchObject([{ rule: 'balance-low', severity: 'critical', cause: people.ben }])
})

test('who has not signed for a month may have left', async () => {
  await carryOut()
  await watch.look()
  clinic.ledger.setBalance({ principal: people.alice, balance: 0n })
  clinic.clock.advance(31 * DAY_MS)
  expect(await rules()).toEqual([])
})

test('what was spent elsewhere is noticed within the hour', async () => {
  await carryOut()
  await watch.look()
  clinic.clock.advance(HOUR_MS)
  await watch.look()
  clinic.ledger.setBalance({ principal: people.alice, balance: 0n })
  clinic.clock.advance(HOUR_MS)
  expect(await rules()).toEqual(['critical balance-low'])
})
