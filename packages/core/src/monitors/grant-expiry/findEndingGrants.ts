import { formatTimeLeft } from '../../input/formatTimeLeft.ts'
import type { Finding } from '../../model/Finding.ts'
import type { Look, MonitorDeps } from '../Monitor.ts'
import type { GrantExpirySettings } from './grantExpirySchema.ts'

/** Time-boxed grants that came to end soon. A moment that lay before the grant began is not told. */
export async function findEndingGrants(
  deps: Pick<MonitorDeps, 'store' | 'directory'>,
  look: Pick<Look, 'since' | 'now'>,
  settings: Pick<GrantExpirySettings, 'endsSoonWithin'>,
): Promise<Finding[]> {
  const leadMs = settings.endsSoonWithin
  if (leadMs === undefined) return []
  const later = (at: Date) => new Date(at.getTime() + leadMs)
  // What ended already does not end soon, however long nobody looked.
  const after = new Date(Math.max(look.now.getTime(), later(look.since ?? new Date(0)).getTime()))
  const grants = await deps.store.listGrantsEnding({ after, until: later(look.now) })
  return grants.flatMap((grant): Finding[] => {
    const { requestId, recordId, medicalStaff, physician, txid, startsAt, endsAt, endRequestId } = grant
    if (endsAt === null || endRequestId !== null) return []
    const at = new Date(endsAt.getTime() - leadMs)
    if (at <= startsAt) return []
    const staff = deps.directory.describe(medicalStaff).name
    return [
      {
        rule: 'grant-ends-soon',
        severity: 'info',
        kind: 'happening',
        fingerprint: `grant-ends-soon:${requestId}`,
        cause: physician,
        subject: `record ${recordId}`,
        summary: `The access of ${staff} to record ${recordId} ends in less than ${formatTimeLeft(leadMs)}. Ask for a new grant if it is still needed then.`,
        recordId,
        txid,
        at,
      },
    ]
  })
}
