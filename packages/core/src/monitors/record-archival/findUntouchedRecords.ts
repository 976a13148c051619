import { formatDuration } from '../../input/formatDuration.ts'
import type { Finding } from '../../model/Finding.ts'
import type { UntouchedRecord } from '../../ports/PatternStore.ts'
import type { Look, MonitorDeps, Report } from '../Monitor.ts'

const PAGE = 500

/**
 * Active records of which nobody did anything for long: a condition each, from the end of that time until anything is
 * done. Only those that became due since the last look are looked for; those of one physician are one notice.
 */
export async function findUntouchedRecords(
  { store, directory }: Pick<MonitorDeps, 'store' | 'directory'>,
  look: Look,
  options: { untouchedFor: number | null },
): Promise<Report> {
  const { untouchedFor } = options
  if (untouchedFor === null) return { holds: [], ended: [] }
  const ended = new Set<string>()
  for (const { value } of look.changes) {
    if (value !== null && 'recordId' in value) ended.add(`record-untouched:${value.recordId}`)
  }
  const holds: Finding[] = []
  const after = look.since === null ? null : new Date(look.since.getTime() - untouchedFor)
  const until = new Date(look.now.getTime() - untouchedFor)
  let beyond: UntouchedRecord | null = null
  for (;;) {
    const page: UntouchedRecord[] = await store.listUntouchedRecords({ after, until, beyond, limit: PAGE })
    for (const { recordId, physician, lastEventAt } of page) {
      const fingerprint = `record-untouched:${recordId}`
      // What was touched and then lay untouched again, all between two looks.
      ended.delete(fingerprint)
      holds.push({
        rule: 'record-untouched',
        severity: 'info',
        kind: 'condition',
        fingerprint,
        cause: physician,
        subject: `record ${recordId}`,
        summary: `Nobody has done anything with record ${recordId} of ${directory.describe(physician).name} for ${formatDuration(untouchedFor)}. Archive it if it is done.`,
        recordId,
        txid: null,
        at: new Date(lastEventAt.getTime() + untouchedFor),
      })
    }
    if (page.length < PAGE) break
    beyond = page.at(-1) ?? null
  }
  return { holds, ended: [...ended] }
}
