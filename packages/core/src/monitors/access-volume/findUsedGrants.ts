import { formatVolume } from '../../input/formatVolume.ts'
import type { Finding } from '../../model/Finding.ts'
import type { EventProjection } from '../../model/Projection.ts'
import type { Look, MonitorDeps, Report } from '../Monitor.ts'
import type { AccessVolumeSettings } from './accessVolumeSchema.ts'
import { getLevel } from './getLevel.ts'

/**
 * Grants that are used up or nearly so: one condition a pair, until the grant is revoked or replaced or its record is
 * archived. Those that one physician gave are one alert.
 */
export async function findUsedGrants(
  deps: MonitorDeps,
  look: Look,
  settings: AccessVolumeSettings,
): Promise<Report> {
  const holds: Finding[] = []
  const ended: string[] = []
  const touched = new Map<string, { recordId: bigint; medicalStaff: string; last: EventProjection }>()
  for (const change of look.changes) {
    const { value } = change
    if (value?.event === 'medical-access-granted' || value?.event === 'medical-access-revoked') {
      const { recordId, medicalStaff } = value
      touched.set(`${recordId}:${medicalStaff}`, { recordId, medicalStaff, last: change })
    } else if (value?.event === 'medical-data-accessed' && value.staffUsage > 0n) {
      const { recordId, accessor } = value
      touched.set(`${recordId}:${accessor}`, { recordId, medicalStaff: accessor, last: change })
    } else if (value?.event === 'record-archived') {
      for (const privilege of await deps.store.listPrivileges(value.recordId))
        touched.set(`${value.recordId}:${privilege.medicalStaff}`, { ...privilege, last: change })
    }
  }
  for (const [pair, { recordId, medicalStaff, last }] of touched) {
    const fingerprint = `grant-used:${pair}`
    const isDraw = last.value?.event === 'medical-data-accessed'
    const privilege = isDraw ? await deps.store.getPrivilege({ recordId, medicalStaff }) : null
    const level =
      privilege === null
        ? null
        : getLevel(settings.grantUsed, { part: privilege.usage, whole: privilege.accessLimit })
    const record = level === null ? null : await deps.store.getRecord(recordId)
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
      txid: last.txid,
      at: last.blockTime,
    })
  }
  return { holds, ended }
}
