import { formatDuration } from '../../input/formatDuration.ts'
import type { Finding } from '../../model/Finding.ts'
import type { EventProjection, PrivilegeProjection } from '../../model/Projection.ts'
import { listSwitchedOff } from '../listSwitchedOff.ts'
import type { Look, MonitorDeps, Report } from '../Monitor.ts'
import type { GrantExpirySettings } from './grantExpirySchema.ts'

const HOUR_MS = 3_600_000
const FINGERPRINT = /^grant-unused:(\d+)\/(.+)$/

type Pair = { readonly recordId: bigint; readonly medicalStaff: string }
type Unused = PrivilegeProjection & { readonly physician: string }

/**
 * Privileges that came to be unused, and those that no longer are: drawn from, revoked, granted anew, or on a record
 * that was archived. There may be many, so an event ends one rather than a look at all of them; only once an hour all
 * that hold are looked at, because of a reorg that took a grant no event tells. What was told before the monitor was
 * switched off is looked at once it is on again.
 */
export async function findUnusedGrants(
  deps: Pick<MonitorDeps, 'store' | 'directory'>,
  look: Pick<Look, 'changes' | 'since' | 'now'>,
  settings: Pick<GrantExpirySettings, 'unusedFor'>,
): Promise<Report> {
  const { changes, since, now } = look
  const earlier = (at: Date) => new Date(at.getTime() - settings.unusedFor)
  const due = earlier(now)
  const unused = new Map<string, Unused>()
  const window = { after: since === null ? null : earlier(since), until: due }
  for (const privilege of await deps.store.listUnusedPrivileges(window))
    unused.set(toFingerprint(privilege), privilege)

  const touched = await listTouched(deps, changes)
  const isHourly =
    since === null || Math.floor(now.getTime() / HOUR_MS) > Math.floor(since.getTime() / HOUR_MS)
  const pairs = [
    ...touched,
    ...toPairs(await listSwitchedOff(deps, look, { rules: ['grant-unused'] })),
    ...(isHourly ? toPairs(await deps.store.listHoldingFindings({ rules: ['grant-unused'] })) : []),
  ]
  const standing = await listUnused(deps, pairs)
  const youngest = latest(due, since, earlier)
  const ended: string[] = []
  for (const fingerprint of new Set(pairs.map(toFingerprint))) {
    if (unused.has(fingerprint)) continue
    const still = standing.get(fingerprint)
    if (still === undefined || still.grantedAt > youngest) ended.push(fingerprint)
    else unused.set(fingerprint, still)
  }
  return { holds: [...unused.values()].map((each) => toFinding(deps, { unused: each, settings })), ended }
}

/** A clock that was set back makes nothing young again. */
function latest(due: Date, since: Date | null, earlier: (at: Date) => Date): Date {
  return since === null ? due : new Date(Math.max(due.getTime(), earlier(since).getTime()))
}

const toFingerprint = ({ recordId, medicalStaff }: Pair) => `grant-unused:${recordId}/${medicalStaff}`

/** The pairs whose privilege the events touched. */
async function listTouched(
  deps: Pick<MonitorDeps, 'store'>,
  changes: readonly EventProjection[],
): Promise<Pair[]> {
  const archived: bigint[] = []
  const pairs = changes.flatMap(({ value }): Pair[] => {
    switch (value?.event) {
      case 'medical-access-granted':
      case 'medical-access-revoked':
        return [{ recordId: value.recordId, medicalStaff: value.medicalStaff }]
      case 'medical-data-accessed':
        return [{ recordId: value.recordId, medicalStaff: value.accessor }]
      case 'record-archived':
        archived.push(value.recordId)
        return []
      default:
        return []
    }
  })
  return [...pairs, ...(await deps.store.listPrivilegesOf({ recordIds: archived }))]
}

function toPairs(findings: readonly Finding[]): Pair[] {
  return findings.flatMap(({ fingerprint }) => {
    const [, recordId, medicalStaff] = FINGERPRINT.exec(fingerprint) ?? []
    return recordId === undefined || medicalStaff === undefined
      ? []
      : [{ recordId: BigInt(recordId), medicalStaff }]
  })
}

/** The privileges that nothing was drawn from, of active records, that these pairs and others of their records have. */
async function listUnused(
  deps: Pick<MonitorDeps, 'store'>,
  pairs: readonly Pair[],
): Promise<Map<string, Unused>> {
  const recordIds = [...new Set(pairs.map(({ recordId }) => recordId))]
  const records = await deps.store.findRecords({ recordIds })
  const physicians = new Map(
    records
      .filter(({ activeRecord }) => activeRecord)
      .map(({ recordId, physician }) => [recordId, physician]),
  )
  const privileges = await deps.store.listPrivilegesOf({ recordIds })
  return new Map(
    privileges.flatMap((privilege) => {
      const physician = physicians.get(privilege.recordId)
      return physician === undefined || privilege.usage > 0n
        ? []
        : [[toFingerprint(privilege), { ...privilege, physician }]]
    }),
  )
}

function toFinding(
  { directory }: Pick<MonitorDeps, 'directory'>,
  options: { unused: Unused; settings: Pick<GrantExpirySettings, 'unusedFor'> },
): Finding {
  const { unused, settings } = options
  const { recordId, medicalStaff, physician, txid, grantedAt } = unused
  return {
    rule: 'grant-unused',
    severity: 'info',
    kind: 'condition',
    fingerprint: toFingerprint(unused),
    cause: physician,
    subject: `record ${recordId}`,
    summary: `${directory.describe(medicalStaff).name} has not drawn from record ${recordId} in the ${formatDuration(settings.unusedFor)} since ${directory.describe(physician).name} granted it. If it is not needed, have them revoke it with /medikey revoke.`,
    recordId,
    txid,
    at: new Date(grantedAt.getTime() + settings.unusedFor),
  }
}
