import { expect, test } from 'vitest'
import { createClinic, createFakeLedger, people } from '../../testing/index.ts'
import { lookOnce } from '../monitors/lookOnce.ts'
import { monitors, type ScheduledMonitor } from '../monitors/monitors.ts'
import { bindChain } from './bindChain.ts'
import { followOnce } from './followOnce.ts'

const { alice, tom, nadia, cmo } = people
const grantTo = (medicalStaff: string) =>
  ({ functionName: 'grantMedicalAccess', recordId: 1n, medicalStaff, accessLimit: 900n }) as const
const revokeFrom = (medicalStaff: string) =>
  ({ functionName: 'revokeMedicalAccess', recordId: 1n, medicalStaff }) as const
const draw = { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 1n } as const

function setup() {
  const clinic = createClinic()
  const { deps } = clinic
  const lookAll = async () => {
    for (const monitor of Object.keys(monitors) as ScheduledMonitor[]) await lookOnce(deps, { monitor })
  }
  const rules = async () => (await deps.store.listAlerts({ limit: 100 })).map(({ rule }) => rule)
  /** As a process that ends after the first batch does. */
  const followHalf = async () => {
    const stopping = new AbortController()
    await followOnce(deps, { signal: stopping.signal, onBatch: () => stopping.abort() })
  }
  const wait = async () => {
    // Longer than any condition has to hold.
    for (let minute = 0; minute < 90; minute += 1) {
      await lookAll()
      clinic.clock.advance(60_000)
    }
  }
  return { ...clinic, lookAll, rules, followHalf, wait }
}

test('no monitor judges the half of a history that is read for the first time, and none of it is told as new', async () => {
  const { deps, ledger, rules, followHalf, wait, lookAll } = setup()
  ledger.act({ sender: cmo, call: { functionName: 'enableMaintenance' } })
  ledger.act({ sender: cmo, call: { functionName: 'disableMaintenance' } })
  ledger.act({ sender: alice, call: grantTo(tom) })
  ledger.act({ sender: alice, call: grantTo(nadia) })
  for (let index = 0; index < 600; index += 1) ledger.act({ sender: alice, call: draw })
  ledger.act({ sender: nadia, call: draw })
  ledger.act({ sender: alice, call: revokeFrom(nadia) })
  ledger.act({ sender: alice, call: { functionName: 'archiveRecord', recordId: 1n } })
  await bindChain(deps)
  await wait()
  await followHalf()
  expect(await deps.store.countEvents()).toBeLessThan(600)
  await wait()
  expect((await rules()).filter((rule) => rule !== 'chain-stale')).toEqual([])
  expect(await deps.store.getMonitorState('access-volume')).toBeNull()

  await followOnce(deps)
  await lookAll()
  expect(await deps.store.getMonitorState('access-volume')).toMatchObject({ looks: 1 })
  await wait()
  // What still holds, and nothing that only happened.
  expect((await rules()).filter((rule) => rule !== 'chain-stale')).toEqual(['archived-with-privileges'])
  ledger.act({ sender: people.ben, call: { ...grantTo(tom), recordId: 3n } })
  await followOnce(deps)
  await lookAll()
  expect(await rules()).toContain('unsanctioned-grant')
})

test('a contract that nobody has called yet is judged from the first round on', async () => {
  const { deps, clock, lookAll } = setup()
  const ledger = createFakeLedger({ clock, chiefMedicalOfficer: cmo })
  const empty = { ...deps, ledger }
  await bindChain(empty)
  await lookAll()
  expect(await deps.store.getMonitorState('unsanctioned-change')).toBeNull()
  await followOnce(empty)
  await lookAll()
  expect(await deps.store.getMonitorState('unsanctioned-change')).toMatchObject({ looks: 1 })
})
