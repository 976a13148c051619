import type { ContractCall } from '@medikey/contract-client'
import { beforeEach, expect, test } from 'vitest'
import { type Clinic, type ClinicDriver, createClinic, driveClinic, people } from '../../../testing/index.ts'
import { type ClinicWatch, watchClinic } from '../../../testing/watchClinic.ts'
import { endGrants } from '../../execution/endGrants.ts'
import { findGrantExpiry } from './findGrantExpiry.ts'
import { grantExpirySchema } from './grantExpirySchema.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

let clinic: Clinic
let drive: ClinicDriver
let watch: ClinicWatch
beforeEach(() => {
  clinic = createClinic()
  drive = driveClinic(clinic)
  watch = watchWith({})
})

function watchWith(settings: Record<string, unknown>): ClinicWatch {
  return watchClinic(clinic, { monitor: findGrantExpiry, settings: grantExpirySchema.parse(settings) })
}

const act = (call: ContractCall, sender: string = people.alice) => clinic.ledger.act({ sender, call })
const draw = (sender: string) =>
  act({ functionName: 'accessMedicalData', recordId: 1n, accessVolume: 5n }, sender)
const give = (medicalStaff: string) =>
  act({ functionName: 'grantMedicalAccess', recordId: 1n, medicalStaff, accessLimit: 10n })
const take = (medicalStaff: string) =>
  act({ functionName: 'revokeMedicalAccess', recordId: 1n, medicalStaff })

async function rules(): Promise<string[]> {
  const { found, ended } = await watch.look()
  return [
    ...found.map(({ rule, severity }) => `${severity} ${rule}`),
    ...ended.map((fingerprint) => `ended ${fingerprint.split(':')[0]}`),
  ]
}

/** A grant for nadia that stands on chain. */
async function grant(duration: string): Promise<string> {
  const id = await drive.approve({ duration })
  await drive.advance(id)
  clinic.ledger.mine()
  clinic.clock.advance(2_000)
  await drive.advance(id)
  return id
}

/** Sends and mines the revoke that ends the grant. */
async function endOnChain(id: string): Promise<void> {
  await endGrants(clinic.deps)
  const revoke = (await clinic.deps.store.getGrant(id))?.endRequestId ?? ''
  await drive.advance(revoke)
  clinic.ledger.mine()
  clinic.clock.advance(2_000)
  await drive.advance(revoke)
}

test('a time-box that ends on time tells nothing', async () => {
  const id = await grant('8h')
  expect(await rules()).toEqual([])
  clinic.clock.advance(8 * HOUR_MS)
  await endOnChain(id)
  expect(await rules()).toEqual([])
  clinic.clock.advance(12 * HOUR_MS)
  expect(await rules()).toEqual([])
})

test('a privilege that stands past its end is told after a while, gets critical, and ends with its revoke', async () => {
  const id = await grant('8h')
  await watch.look()
  clinic.clock.advance(8 * HOUR_MS + 20 * MINUTE_MS)
  expect(await rules()).toEqual([])
  clinic.clock.advance(15 * MINUTE_MS)
  expect(await rules()).toEqual(['warning grant-outlived'])
  clinic.clock.advance(6 * HOUR_MS)
  const { found } = await watch.look()
  expect(found).toMatchObject([{ rule: 'grant-outlived', severity: 'critical' }])
  expect(found[0]?.summary).toContain('have alice, the record’s physician, revoke it with /medikey revoke')
  clinic.clock.advance(-9 * HOUR_MS)
  expect((await watch.look()).ended).toEqual([])
  clinic.clock.advance(9 * HOUR_MS)
  await endOnChain(id)
  expect(await rules()).toEqual(['ended grant-outlived'])
})

test('a grant that another one took the place of on chain does not stand past its end', async () => {
  await grant('8h')
  give(people.nadia)
  clinic.clock.advance(9 * HOUR_MS)
  expect(await rules()).toEqual([])
})

test('that a grant ends soon is told where it is asked for, once', async () => {
  await grant('8h')
  clinic.clock.advance(7 * HOUR_MS)
  expect(await rules()).toEqual([])
  watch = watchWith({ endsSoonWithin: '2h' })
  expect(await rules()).toEqual(['info grant-ends-soon'])
  clinic.clock.advance(10 * MINUTE_MS)
  expect(await rules()).toEqual([])
})

test('that a grant ends soon is told in hours and minutes', async () => {
  await grant('8h')
  watch = watchWith({ endsSoonWithin: '238m' })
  clinic.clock.advance(5 * HOUR_MS)
  const [finding] = (await watch.look()).found
  expect(finding?.summary).toContain('ends in less than 3 hours 58 minutes.')
})

test('a grant shorter than the lead, or over while nobody looked, does not end soon', async () => {
  watch = watchWith({ endsSoonWithin: '9h' })
  const id = await grant('8h')
  expect(await rules()).toEqual([])
  clinic.clock.advance(8 * HOUR_MS)
  await endOnChain(id)
  watch = watchWith({ endsSoonWithin: '1h', outlivedAfter: '30d', outlivedCriticalAfter: '60d' })
  await grant('8h')
  await watch.look()
  clinic.clock.advance(9 * HOUR_MS)
  expect(await rules()).toEqual([])
})

test('a privilege that nobody uses is told when its time has come, those of one physician as one', async () => {
  give(people.tom)
  clinic.clock.advance(HOUR_MS)
  give(people.nadia)
  await watch.look()
  clinic.clock.advance(14 * DAY_MS - HOUR_MS - 1)
  expect(await rules()).toEqual([])
  clinic.clock.advance(1)
  const { found } = await watch.look()
  expect(found).toMatchObject([{ rule: 'grant-unused', cause: people.alice, recordId: 1n }])
  expect(found[0]?.summary).toBe(
    'tom has not drawn from record 1 in the 2 weeks since alice granted it. If it is not needed, have them revoke it with /medikey revoke.',
  )
  clinic.clock.advance(HOUR_MS)
  expect((await watch.look()).found).toMatchObject([{ rule: 'grant-unused', cause: people.alice }])
})

test('the first draw, a revoke, a new grant and an archive end it', async () => {
  for (const staff of [people.tom, people.nadia, people.ines, people.ben]) give(staff)
  clinic.clock.advance(14 * DAY_MS)
  await watch.look()
  expect(watch.listHeld()).toHaveLength(4)
  draw(people.tom)
  expect(await rules()).toEqual(['ended grant-unused'])
  take(people.nadia)
  expect(await rules()).toEqual(['ended grant-unused'])
  give(people.ines)
  expect(await rules()).toEqual(['ended grant-unused'])
  act({ functionName: 'archiveRecord', recordId: 1n })
  expect(await rules()).toEqual(['ended grant-unused'])
  expect(watch.listHeld()).toEqual([])
})

test('what was drawn before anybody looked is not unused, and what is read late is found all the same', async () => {
  await watch.look()
  give(people.tom)
  give(people.nadia)
  clinic.clock.advance(15 * DAY_MS)
  draw(people.tom)
  clinic.ledger.disturbReads(() => {
    throw new Error('the node is away')
  })
  await expect(watch.look()).rejects.toThrow()
  clinic.ledger.disturbReads(null)
  const { found } = await watch.look()
  expect(found.map(({ summary }) => summary.split(' ')[0])).toEqual(['nadia'])
})

test('one whose grant a reorg took away for good ends within the hour', async () => {
  await watch.look()
  give(people.tom)
  clinic.clock.advance(14 * DAY_MS)
  await watch.look()
  expect(watch.listHeld()).toHaveLength(1)
  clinic.ledger.orphanTip()
  clinic.ledger.advanceTenure(1)
  clinic.clock.advance(HOUR_MS)
  expect(await rules()).toEqual(['ended grant-unused'])
})

test('a clock that is set back ends nothing', async () => {
  give(people.tom)
  clinic.clock.advance(14 * DAY_MS)
  await watch.look()
  clinic.clock.advance(-DAY_MS)
  draw(people.alice)
  expect(await rules()).toEqual([])
  expect(watch.listHeld()).toHaveLength(1)
})
