import { formatVolume } from '../../input/formatVolume.ts'
import type { EventProjection } from '../../model/Projection.ts'
import type { Look, MonitorDeps, Report } from '../Monitor.ts'
import type { AccessVolumeSettings } from './accessVolumeSchema.ts'
import { getLevel } from './getLevel.ts'

/**
 * Records of which little or nothing is left to draw: one condition a record, from its first level until it is
 * archived. Those of one physician are one alert.
 */
export async function findDrawnRecords(
  deps: MonitorDeps,
  look: Look,
  settings: AccessVolumeSettings,
): Promise<Report> {
  const holds: Report['holds'][number][] = []
  const ended: string[] = []
  const touched = new Map<bigint, EventProjection>()
  for (const change of look.changes) {
    const { value } = change
    if (
      value?.event === 'medical-data-accessed' ||
      value?.event === 'record-archived' ||
      value?.event === 'medical-record-created'
    )
      touched.set(value.recordId, change)
  }
  for (const [recordId, { value, blockTime, txid }] of touched) {
    const fingerprint = `record-drawn:${recordId}`
    const level =
      value?.event === 'medical-data-accessed'
        ? getLevel(settings.recordDrawn, { part: value.accessedVolume, whole: value.dataVolume })
        : null
    const record = level === null ? null : await deps.store.getRecord(recordId)
    // Archived already, by an event that a later look will bring.
    const isOver = record?.activeRecord === false
    if (level === null || value?.event !== 'medical-data-accessed' || isOver) {
      ended.push(fingerprint)
      continue
    }
    const left = value.dataVolume - value.accessedVolume
    holds.push({
      rule: 'record-drawn',
      severity: level.severity,
      kind: 'condition',
      fingerprint,
      cause: record?.physician ?? fingerprint,
      subject: `record ${recordId}`,
      summary:
        left === 0n
          ? `All ${formatVolume(value.dataVolume)} of record ${recordId} are drawn: nobody can draw from it any more. Archive it when it is done.`
          : `${formatVolume(value.accessedVolume)} of ${formatVolume(value.dataVolume)} of record ${recordId} are drawn (${level.percent} % or more); ${formatVolume(left)} are left.`,
      recordId,
      txid,
      at: blockTime,
    })
  }
  return { holds, ended }
}
