import { formatVolume } from '../../input/formatVolume.ts'
import type { RecordProjection } from '../../model/Projection.ts'
import { listToJudgeAnew } from '../listToJudgeAnew.ts'
import type { Look, MonitorDeps, Report } from '../Monitor.ts'
import type { AccessVolumeSettings } from './accessVolumeSchema.ts'
import { getLevel } from './getLevel.ts'

/** What was drawn of a record; null where what happened last ends it, `standing` where the projection has to say. */
type Told = Pick<RecordProjection, 'accessedVolume' | 'dataVolume'> | 'standing' | null

/**
 * Records of which little or nothing is left to draw: one condition a record, from its first level until it is archived or
 * a reorg takes the draws back. Those of one physician are one alert.
 */
export async function findDrawnRecords(
  deps: MonitorDeps,
  look: Look,
  settings: AccessVolumeSettings,
): Promise<Report> {
  const holds: Report['holds'][number][] = []
  const ended: string[] = []
  const touched = new Map<bigint, { told: Told; txid: string | null; at: Date }>()
  for (const { recordId, txid, at } of await listToJudgeAnew(deps, look, { rules: ['record-drawn'] })) {
    if (recordId !== null) touched.set(recordId, { told: 'standing', txid, at })
  }
  for (const { value, txid, blockTime: at } of look.changes) {
    if (value?.event === 'medical-data-accessed') touched.set(value.recordId, { told: value, txid, at })
    else if (value?.event === 'record-archived' || value?.event === 'medical-record-created')
      touched.set(value.recordId, { told: null, txid, at })
  }
  const found = await deps.store.findRecords({ recordIds: [...touched.keys()] })
  const records = new Map(found.map((record) => [record.recordId, record]))
  for (const [recordId, { told, txid, at }] of touched) {
    const fingerprint = `record-drawn:${recordId}`
    const record = records.get(recordId) ?? null
    const drawn = told === 'standing' ? record : told
    const level =
      drawn === null
        ? null
        : getLevel(settings.recordDrawn, { part: drawn.accessedVolume, whole: drawn.dataVolume })
    // Archived already, by an event that a later look will bring.
    const isOver = record?.activeRecord === false
    if (drawn === null || level === null || isOver) {
      ended.push(fingerprint)
      continue
    }
    const left = drawn.dataVolume - drawn.accessedVolume
    holds.push({
      rule: 'record-drawn',
      severity: level.severity,
      kind: 'condition',
      fingerprint,
      cause: record?.physician ?? fingerprint,
      subject: `record ${recordId}`,
      summary:
        left === 0n
          ? `All ${formatVolume(drawn.dataVolume)} of record ${recordId} are drawn: nobody can draw from it any more. Archive it when it is done.`
          : `${formatVolume(drawn.accessedVolume)} of ${formatVolume(drawn.dataVolume)} of record ${recordId} are drawn (${level.percent} % or more); ${formatVolume(left)} are left.`,
      recordId,
      txid,
      at,
    })
  }
  return { holds, ended }
}
