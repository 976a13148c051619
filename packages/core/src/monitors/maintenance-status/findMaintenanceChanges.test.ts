import { beforeEach, expect, test } from 'vitest'
import { type Clinic, createClinic, people } from '../../../testing/index.ts'
import { type ClinicWatch, watchClinic } from '../../../testing/watchClinic.ts'
import { bindChain } from '../../follower/bindChain.ts'
import { findMaintenanceChanges } from './findMaintenanceChanges.ts'
import { maintenanceStatusSchema } from './maintenanceStatusSchema.ts'

const HOUR_MS = 3_600_000
let clinic: Clinic
let watch: ClinicWatch
beforeEach(() => {
  clinic = createClinic()
  watch = watchClinic(clinic, {
    monitor: findMaintenanceChanges,
    settings: maintenanceStatusSchema.parse(undefined),
  })
})

const turn = (on: boolean) =>
  clinic.ledger.act({
    sender: people.cmo,
    call: { functionName: on ? 'enableMaintenance' : 'disableMaintenance' },
  })
const rules = async () => {
  const { found, ended } = await watch.look()
  return [
    ...found.map(({ rule, severity }) => `${severity} ${rule}`),
    ...ended.map((fingerprint) => `ended ${fingerprint.split(':')[0]}`),
  ]
}

test('maintenance holds from its beginning to its end, and its end is told with how long it lasted', async () => {
  await bindChain(clinic.deps)
  expect(await rules()).toEqual([])
  turn(true)
  expect(await rules()).toEqual(['warning maintenance-began'])
  clinic.clock.advance(HOUR_MS)
  expect(await rules()).toEqual([])
  turn(false)
  const { found, ended } = await watch.look()
  expect(found.map(({ summary }) => summary)).toEqual([
    'cmo ended maintenance after 1 hour: the system works again, and approved grants that waited are being sent.',
  ])
  expect(ended).toHaveLength(1)
  expect(await rules()).toEqual([])
})

test('maintenance that lasts is told once, and once more when it is critical', async () => {
  await bindChain(clinic.deps)
  turn(true)
  await watch.look()
  clinic.clock.advance(2 * HOUR_MS - 1)
  expect(await rules()).toEqual([])
  clinic.clock.advance(1)
  expect(await rules()).toEqual(['warning maintenance-long'])
  clinic.clock.advance(5 * HOUR_MS)
  expect(await rules()).toEqual([])
  clinic.clock.advance(HOUR_MS)
  expect(await rules()).toEqual(['critical maintenance-long'])
  turn(false)
  expect(await rules()).toEqual([
    'info maintenance-ended',
    'ended maintenance-began',
    'ended maintenance-long',
  ])
})

test('a clock that is set back ends nothing and tells nothing twice', async () => {
  await bindChain(clinic.deps)
  turn(true)
  clinic.clock.advance(9 * HOUR_MS)
  expect(await rules()).toHaveLength(2)
  clinic.clock.advance(-8 * HOUR_MS)
  expect((await watch.look()).ended).toEqual([])
  expect(watch.listHeld()).toHaveLength(2)
})

test('one that began and ended while nobody looked is told by its end alone', async () => {
  await bindChain(clinic.deps)
  turn(true)
  clinic.clock.advance(48 * HOUR_MS)
  turn(false)
  expect(await rules()).toEqual(['info maintenance-ended'])
  expect(watch.listHeld()).toEqual([])
})

test('one after the other are two', async () => {
  await bindChain(clinic.deps)
  turn(true)
  await watch.look()
  turn(false)
  turn(true)
  expect(await rules()).toEqual([
    'warning maintenance-began',
    'info maintenance-ended',
    'ended maintenance-began',
  ])
})

test('one that a reorg took away ends', async () => {
  await bindChain(clinic.deps)
  turn(true)
  await watch.look()
  clinic.ledger.orphanTip()
  clinic.ledger.advanceTenure(1)
  expect(await rules()).toEqual(['ended maintenance-began'])
})

test('one that stands since before MediKey was installed holds; those that were over then are history', async () => {
  turn(true)
  turn(false)
  turn(true)
  await bindChain(clinic.deps)
  expect(await rules()).toEqual(['warning maintenance-began'])
})
