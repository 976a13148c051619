import type { Deps } from '@medikey/core'
import type { World } from './World.ts'

/** How many records and privileges MediKey's projection has otherwise than the chain. */
export async function compareProjection(deps: Pick<Deps, 'store' | 'ledger'>, world: World): Promise<number> {
  let differences = 0
  for (const { recordId } of world.records) {
    const [kept, real] = await Promise.all([
      deps.store.getRecord(recordId),
      deps.ledger.getMedicalRecord({ recordId }),
    ])
    const isSame =
      kept?.accessedVolume === real?.accessedVolume &&
      kept?.activeRecord === real?.activeRecord &&
      kept?.physician === real?.physician
    if (!isSame) differences += 1
  }
  for (const { record, staff } of world.privileges.values()) {
    const pair = { recordId: record.recordId, medicalStaff: staff.principal }
    const [kept, real, usage] = await Promise.all([
      deps.store.getPrivilege(pair),
      deps.ledger.getAccessPrivilege(pair),
      deps.ledger.getStaffUsage(pair),
    ])
    if ((kept?.accessLimit ?? null) !== (real?.accessLimit ?? null) || (kept?.usage ?? 0n) !== usage)
      differences += 1
  }
  return differences
}
