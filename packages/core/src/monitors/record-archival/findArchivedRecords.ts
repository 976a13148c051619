import type { Finding } from '../../model/Finding.ts'
import type { MonitorDeps } from '../Monitor.ts'
import type { Archival } from './Archival.ts'

/** Records that were archived: a happening each; those of one physician are one notice. */
export function findArchivedRecords(
  { directory }: Pick<MonitorDeps, 'directory'>,
  archivals: readonly Archival[],
): Finding[] {
  return archivals.map(({ value: { recordId, physician }, txid, eventIndex, blockTime }) => ({
    rule: 'record-archived',
    severity: 'info',
    kind: 'happening',
    fingerprint: `record-archived:${txid}:${eventIndex}`,
    cause: physician,
    subject: `record ${recordId}`,
    summary: `${directory.describe(physician).name} archived record ${recordId}. Nothing can be drawn from it any more.`,
    recordId,
    txid,
    at: blockTime,
  }))
}
