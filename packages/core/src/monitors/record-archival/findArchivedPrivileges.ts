import type { Finding } from '../../model/Finding.ts'
import { listToJudgeAnew } from '../listToJudgeAnew.ts'
import type { Look, MonitorDeps, Report } from '../Monitor.ts'

/**
 * Archived records on which privileges still stand: a condition each, until the last one is revoked or a reorg takes the
 * archive back. Nothing can be drawn under them, so this is a notice to tidy up; those of one physician are one.
 */
export async function findArchivedPrivileges(
  { store, directory }: Pick<MonitorDeps, 'store' | 'directory'>,
  look: Look,
): Promise<Report> {
  const holds: Finding[] = []
  const ended: string[] = []
  const touched = new Map<bigint, Pick<Finding, 'txid' | 'at'>>()
  for (const held of await listToJudgeAnew({ store }, look, { rules: ['archived-with-privileges'] }))
    if (held.recordId !== null) touched.set(held.recordId, held)
  for (const { value, txid, blockTime } of look.changes) {
    if (value?.event === 'record-archived' || value?.event === 'medical-access-revoked')
      touched.set(value.recordId, { txid, at: blockTime })
  }
  const archived = (await store.findRecords({ recordIds: [...touched.keys()] })).filter(
    ({ activeRecord }) => !activeRecord,
  )
  const records = new Map(archived.map((record) => [record.recordId, record]))
  const standing = Map.groupBy(
    await store.listPrivilegesOf({ recordIds: [...records.keys()] }),
    ({ recordId }) => recordId,
  )
  for (const [recordId, { txid, at }] of touched) {
    const record = records.get(recordId)
    const privileges = standing.get(recordId) ?? []
    const fingerprint = `archived-with-privileges:${recordId}`
    if (record === undefined || privileges.length === 0) {
      ended.push(fingerprint)
      continue
    }
    const many = privileges.length === 1 ? '1 privilege stands' : `${privileges.length} privileges stand`
    holds.push({
      rule: 'archived-with-privileges',
      severity: 'info',
      kind: 'condition',
      fingerprint,
      cause: record.physician,
      subject: `record ${recordId}`,
      summary: `${many} on record ${recordId}, which is archived. Nothing can be drawn under ${privileges.length === 1 ? 'it' : 'them'}; ${directory.describe(record.physician).name} can revoke what is left.`,
      recordId,
      txid,
      at,
    })
  }
  return { holds, ended }
}
