import type { ContractCall } from '@medikey/contract-client'
import { beforeEach, expect, test } from 'vitest'
import { type Clinic, createClinic, people } from '../../testing/index.ts'
import { advanceAlerts } from '../alerts/advanceAlerts.ts'
import { endSwitchedOff } from '../alerts/endSwitchedOff.ts'
import type { Deps } from '../Deps.ts'
import { followOnce } from '../follower/followOnce.ts'
import { lookOnce } from './lookOnce.ts'
import { monitorsSchema } from './monitorsSchema.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const WATCHING = ['access-volume', 'record-archival', 'grant-expiry'] as const
const BOUNDS = {
  'record-archival': { untouchedFor: '10d' },
  'grant-expiry': { unusedFor: '2d' },
}

let clinic: Clinic
beforeEach(() => {
  clinic = createClinic()
})

/** MediKey as it starts with all three monitors switched on, or off. */
const start = (enabled: boolean): Deps => {
  const settings = Object.fromEntries(
    WATCHING.map((name) => [name, { enabled, ...('access-volume' === name ? {} : BOUNDS[name]) }]),
  )
  return { ...clinic.deps, settings: { ...clinic.deps.settings, monitors: monitorsSchema.parse(settings) } }
}
const look = async (deps: Deps) => {
  await followOnce(deps)
  for (const monitor of WATCHING) await lookOnce(deps, { monitor })
}
const act = (call: ContractCall, sender: string = people.alice) => clinic.ledger.act({ sender, call })
const listOpen = async () =>
  (await clinic.deps.store.listOpenAlerts({ limit: 99 })).map(({ rule }) => rule).toSorted()

const ALL = ['archived-with-privileges', 'grant-unused', 'grant-used', 'record-drawn', 'record-untouched']

/** One condition of each rule that an event or a moment begins, and that no later one tells of. */
async function fill(deps: Deps): Promise<void> {
  const pair = (recordId: bigint, medicalStaff: string) => ({ recordId, medicalStaff, accessLimit: 100n })
  act({ functionName: 'grantMedicalAccess', ...pair(1n, people.nadia) })
  act({ functionName: 'grantMedicalAccess', ...pair(2n, people.tom) })
  act({ functionName: 'accessMedicalData', recordId: 1n, accessVolume: 100n }, people.nadia)
  act({ functionName: 'accessMedicalData', recordId: 1n, accessVolume: 900n })
  act({ functionName: 'grantMedicalAccess', ...pair(3n, people.tom) }, people.ben)
  act({ functionName: 'archiveRecord', recordId: 3n }, people.ben)
  await look(deps)
  clinic.clock.advance(11 * DAY_MS)
  await look(deps)
  await advanceAlerts(deps)
}

test('what a monitor told of is told anew once it is on again, as of when it began, and once', async () => {
  await fill(start(true))
  const { store } = clinic.deps
  const rules = (await listOpen()).filter((rule) => ALL.includes(rule))
  expect([...new Set(rules)]).toEqual(ALL)
  const before = await store.listHoldingFindings({ rules })
  await endSwitchedOff(start(false))
  expect(await store.listHoldingFindings({ rules })).toEqual([])
  clinic.clock.advance(DAY_MS)
  await look(start(true))
  const toFacts = (findings: typeof before) =>
    findings
      .map(({ fingerprint, summary, txid, at }) => ({ fingerprint, summary, txid, at }))
      .toSorted((a, b) => a.fingerprint.localeCompare(b.fingerprint))
  const after = await store.listHoldingFindings({ rules })
  expect(toFacts(after)).toEqual(expect.arrayContaining(toFacts(before)))
  clinic.clock.advance(HOUR_MS)
  await look(start(true))
  expect(await store.listHoldingFindings({ rules })).toEqual(after)
})

test('what ended meanwhile is not', async () => {
  await fill(start(true))
  await endSwitchedOff(start(false))
  act({ functionName: 'archiveRecord', recordId: 1n })
  act({ functionName: 'accessMedicalData', recordId: 2n, accessVolume: 1n }, people.tom)
  act({ functionName: 'revokeMedicalAccess', recordId: 3n, medicalStaff: people.tom }, people.ben)
  await look(start(true))
  const held = await clinic.deps.store.listHoldingFindings({
    rules: ['record-drawn', 'grant-used', 'grant-unused', 'record-untouched'],
  })
  expect(held.filter(({ recordId }) => recordId !== 4n)).toEqual([])
  const left = await clinic.deps.store.listHoldingFindings({ rules: ['archived-with-privileges'] })
  expect(left.map(({ recordId }) => recordId)).toEqual([1n])
})
