import { formatDuration } from '../../input/formatDuration.ts'
import type { Finding } from '../../model/Finding.ts'
import type { UntouchedRecord } from '../../ports/PatternStore.ts'
import { listSwitchedOff } from '../listSwitchedOff.ts'
import type { Look, MonitorDeps, Report } from '../Monitor.ts'

const PAGE = 500

/**
 * Active records of which nobody did anything for long: a condition each, from the end of that time until anything is
 * done. Only those that became due since the last look are looked for, those that were due before their history was
 * read, and those that were told before the monitor was switched off; those of one physician are one notice.
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
  const hold = ({ recordId, physician, lastEventAt }: UntouchedRecord) => {
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
  const after = look.since === null ? null : new Date(look.since.getTime() - untouchedFor)
  const until = new Date(look.now.getTime() - untouchedFor)
  let beyond: UntouchedRecord | null = null
  for (;;) {
    const page: UntouchedRecord[] = await store.listUntouchedRecords({ after, until, beyond, limit: PAGE })
    for (const record of page) hold(record)
    if (page.length < PAGE) break
    beyond = page.at(-1) ?? null
  }
  if (after !== null) for (const record of await listLate({ store }, { look, before: after })) hold(record)
  return { holds, ended: [...ended] }
}

/** Those whose time was over at the last look already, when what told so was not yet read, or that were told then. */
async function listLate(
  { store }: Pick<MonitorDeps, 'store'>,
  { look, before }: { look: Look; before: Date },
): Promise<UntouchedRecord[]> {
  const lasts = new Map<bigint, Date>()
  for (const { value, blockTime } of look.changes)
    if (value !== null && 'recordId' in value) lasts.set(value.recordId, blockTime)
  const told = await listSwitchedOff({ store }, look, { rules: ['record-untouched'] })
  const recordIds = [
    ...[...lasts].filter(([, at]) => at <= before).map(([recordId]) => recordId),
    ...told.flatMap(({ recordId }) => recordId ?? []),
  ]
  if (recordIds.length === 0) return []
  // Later events that are read by now say whether it was touched since.
  return store.findUntouchedRecords({ recordIds, until: before })
}
