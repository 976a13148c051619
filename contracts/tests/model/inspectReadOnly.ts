import { inspect, isDeepStrictEqual } from 'node:util'
import { fromPairKey } from './fromPairKey.ts'
import { refuseProblems } from './refuseProblems.ts'
import type { Stage } from './Stage.ts'
import { toPairKey } from './toPairKey.ts'

const PAGE = 25

/**
 * Asks every read-only function for what the maps were seen to hold.
 *
 * @throws as `performCall` does
 */
export function inspectReadOnly(stage: Stage): void {
  const { vault, cast, observed: state } = stage
  const { cmo, principals } = cast
  const problems: string[] = []
  function expectAnswer(asked: string, answer: unknown, expected: unknown): void {
    if (!isDeepStrictEqual(answer, expected))
      problems.push(`${asked} answers ${inspect(answer)} where the maps hold ${inspect(expected)}`)
  }

  expectAnswer('get-total-records', vault.getTotalRecords(), state.totalRecords)
  expectAnswer('is-system-maintenance', vault.isSystemMaintenance(), state.maintenance)
  expectAnswer('get-chief-medical-officer', vault.getChiefMedicalOfficer(), cmo)
  for (const who of principals) {
    expectAnswer(`is-chief-medical-officer ${who}`, vault.isChiefMedicalOfficer(who), who === cmo)
    const stats = state.stats.get(who) ?? { 'record-count': 0n, 'total-data-managed': 0n }
    expectAnswer(`get-physician-stats ${who}`, vault.getPhysicianStats(who), stats)
  }
  // From 0, which is no record, to the next id, which is none yet.
  const ids = Array.from({ length: Number(state.totalRecords) + 2 }, (_, id) => BigInt(id))
  for (const id of ids.slice(-2))
    expectAnswer(`get-medical-record ${id}`, vault.getMedicalRecord(id), state.records.get(id) ?? null)
  for (let first = 0; first < ids.length; first += PAGE) {
    const page = ids.slice(first, first + PAGE)
    const records = page.map((id) => state.records.get(id) ?? null)
    expectAnswer(`get-medical-records ${page}`, vault.getMedicalRecords(page), records)
  }
  // Every standing privilege, and for each staff member a pair that need not stand.
  const others = principals.map((medicalStaff) => ({ recordId: state.totalRecords, medicalStaff }))
  for (const pair of [...[...state.privileges.keys()].map(fromPairKey), ...others]) {
    const key = toPairKey(pair)
    expectAnswer(
      `get-access-privilege ${key}`,
      vault.getAccessPrivilege(pair),
      state.privileges.get(key) ?? null,
    )
    expectAnswer(`get-staff-usage ${key}`, vault.getStaffUsage(pair), state.usages.get(key) ?? 0n)
  }
  refuseProblems(stage, problems)
}
