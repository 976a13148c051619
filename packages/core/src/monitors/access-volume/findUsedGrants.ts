import { formatVolume } from '../../input/formatVolume.ts'
import type { AlertFinding } from '../../model/Alert.ts'
import type { Finding } from '../../model/Finding.ts'
import { listToJudgeAnew } from '../listToJudgeAnew.ts'
import type { Look, MonitorDeps, Report } from '../Monitor.ts'
import type { AccessVolumeSettings } from './accessVolumeSchema.ts'
import { getLevel } from './getLevel.ts'

type Touched = {
  readonly recordId: bigint
  readonly medicalStaff: string
  /** False where what happened last ends it. */
  readonly mayHold: boolean
  readonly txid: string | null
  readonly at: Date
}

/**
 * Grants that are used up or nearly so: one condition a pair, until the grant is revoked or replaced, its record is
 * archived or a reorg takes the draws back. Those that one physician gave are one alert.
 */
export async function findUsedGrants(
  deps: MonitorDeps,
  look: Look,
  settings: AccessVolumeSettings,
): Promise<Report> {
  const holds: Finding[] = []
  const ended: string[] = []
  const touched = new Map<string, Touched>()
  const held = await listToJudgeAnew(deps, look, { rules: ['grant-used'] })
  for (const { fingerprint, txid, at } of held) {
    const [, recordId, medicalStaff] = fingerprint.split(':')
    if (recordId === undefined || medicalStaff === undefined) continue
    const pair = { recordId: BigInt(recordId), medicalStaff }
    touched.set(`${recordId}:${medicalStaff}`, { ...pair, mayHold: true, txid, at })
  }
  for (const { value, txid, blockTime: at } of look.changes) {
    if (value?.event === 'medical-access-granted' || value?.event === 'medical-access-revoked') {
      const { recordId, medicalStaff } = value
      touched.set(`${recordId}:${medicalStaff}`, { recordId, medicalStaff, mayHold: false, txid, at })
    } else if (value?.event === 'medical-data-accessed' && value.staffUsage > 0n) {
      const { recordId, accessor: medicalStaff } = value
      touched.set(`${recordId}:${medicalStaff}`, { recordId, medicalStaff, mayHold: true, txid, at })
    } else if (value?.event === 'record-archived') {
      const { recordId } = value
      for (const { medicalStaff } of await deps.store.listPrivileges(recordId))
        touched.set(`${recordId}:${medicalStaff}`, { recordId, medicalStaff, mayHold: false, txid, at })
    }
  }
  const { records, standing } = await readStanding(deps, { touched, held })
  for (const [pair, { recordId, medicalStaff, mayHold, txid, at }] of touched) {
    const fingerprint = `grant-used:${pair}`
    const privilege = mayHold
      ? (standing.get(pair) ?? (await deps.store.getPrivilege({ recordId, medicalStaff })))
      : null
    const level =
      privilege === null
        ? null
        : getLevel(settings.grantUsed, { part: privilege.usage, whole: privilege.accessLimit })
    const record = records.get(recordId)
    // Archived already, by an event that a later look will bring.
    const isOver = record?.activeRecord === false
    if (privilege === null || level === null || isOver) {
      ended.push(fingerprint)
      continue
    }
    const { name } = deps.directory.describe(medicalStaff)
    const left = privilege.accessLimit - privilege.usage
    holds.push({
      rule: 'grant-used',
      severity: level.severity,
      kind: 'condition',
      fingerprint,
      cause: record?.physician ?? fingerprint,
      subject: `${name} on record ${recordId}`,
      summary:
        left === 0n
          ? `${name} has drawn all ${formatVolume(privilege.accessLimit)} granted on record ${recordId}.`
          : `${name} has drawn ${formatVolume(privilege.usage)} of the ${formatVolume(privilege.accessLimit)} granted on record ${recordId}; ${formatVolume(left)} are left.`,
      recordId,
      txid,
      at,
    })
  }
  return { holds, ended }
}

/** The records of what may hold, and the privileges to judge anew, of which there may be thousands. */
async function readStanding(
  { store }: Pick<MonitorDeps, 'store'>,
  options: { touched: ReadonlyMap<string, Touched>; held: readonly AlertFinding[] },
) {
  const mayHold = [...options.touched.values()].filter((pair) => pair.mayHold)
  const recordIds = [...new Set(mayHold.map(({ recordId }) => recordId))]
  const heldIds = [...new Set(options.held.flatMap(({ recordId }) => recordId ?? []))]
  const [records, privileges] = await Promise.all([
    store.findRecords({ recordIds }),
    store.listPrivilegesOf({ recordIds: heldIds }),
  ])
  return {
    records: new Map(records.map((record) => [record.recordId, record])),
    standing: new Map(
      privileges.map((privilege) => [`${privilege.recordId}:${privilege.medicalStaff}`, privilege]),
    ),
  }
}
