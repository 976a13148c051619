import type { MedicalRecord } from '@medikey/contract-client'
import type { PrivilegeProjection, RecordProjection } from '../../model/Projection.ts'
import type { MonitorDeps } from '../Monitor.ts'

/** Something that was compared, and in what it differs: nothing where it is equal. */
export type Difference = {
  readonly subject: string
  readonly recordId: bigint | null
  readonly what: readonly string[]
}

/** Privileges that are read at a time: each takes two calls. */
const AT_ONCE = 5

/** Compares records, and the privileges that the projection has on them, with the chain. */
export async function compareRecords(
  deps: Pick<MonitorDeps, 'store' | 'ledger'>,
  options: { recordIds: readonly bigint[] },
): Promise<Difference[]> {
  const { recordIds } = options
  if (recordIds.length === 0) return []
  const onChain = await deps.ledger.getMedicalRecords({ recordIds })
  const privileges = await deps.store.listPrivilegesOf({ recordIds })
  const differing = await findDifferingPrivileges(deps, privileges)
  const known = new Map(
    (await deps.store.findRecords({ recordIds })).map((record) => [record.recordId, record]),
  )
  return recordIds.map((recordId, index) => {
    const staff = differing.get(recordId) ?? 0
    const what = [
      ...compareRecord(known.get(recordId) ?? null, onChain[index] ?? null),
      ...(staff === 0 ? [] : [`${staff} of its privileges`]),
    ]
    return { subject: `record ${recordId}`, recordId, what }
  })
}

function compareRecord(known: RecordProjection | null, onChain: MedicalRecord | null): string[] {
  if (known === null || onChain === null) {
    if (known === onChain) return []
    return [known === null ? 'MediKey does not know it' : 'the chain does not know it']
  }
  return [
    known.physician === onChain.physician ? null : 'physician',
    known.recordCategory === onChain.recordCategory ? null : 'category',
    known.dataVolume === onChain.dataVolume ? null : 'volume',
    known.accessedVolume === onChain.accessedVolume ? null : 'drawn volume',
    known.activeRecord === onChain.activeRecord ? null : 'whether it is archived',
  ].filter((field) => field !== null)
}

async function findDifferingPrivileges(
  deps: Pick<MonitorDeps, 'ledger'>,
  privileges: readonly PrivilegeProjection[],
): Promise<Map<bigint, number>> {
  const differing = new Map<bigint, number>()
  for (let start = 0; start < privileges.length; start += AT_ONCE) {
    await Promise.all(
      privileges.slice(start, start + AT_ONCE).map(async ({ recordId, medicalStaff, accessLimit, usage }) => {
        const [privilege, drawn] = await Promise.all([
          deps.ledger.getAccessPrivilege({ recordId, medicalStaff }),
          deps.ledger.getStaffUsage({ recordId, medicalStaff }),
        ])
        if (privilege?.canAccess === true && privilege.accessLimit === accessLimit && drawn === usage) return
        differing.set(recordId, (differing.get(recordId) ?? 0) + 1)
      }),
    )
  }
  return differing
}
