import type { Finding } from '../../model/Finding.ts'
import type { Look, MonitorDeps } from '../Monitor.ts'
import { overlapWindow } from '../overlapWindow.ts'

const DAY_MS = 86_400_000
/** A decision of the last second is left the time to be seen. */
const SETTLED_MS = 60_000

/** Requests whose time ended and that nobody decided. What expired long before the first look is history. */
export async function findExpiredRequests(
  deps: Pick<MonitorDeps, 'store' | 'directory'>,
  look: Pick<Look, 'since' | 'now'>,
): Promise<Finding[]> {
  const { after, until } = overlapWindow(look, { firstMs: DAY_MS })
  const expired = await deps.store.listUndecidedRequests({
    after,
    until: new Date(until.getTime() - SETTLED_MS),
  })
  return expired.map(({ id, kind, recordId, requester, approvalExpiresAt }) => ({
    rule: 'request-expired',
    severity: 'info',
    kind: 'happening',
    fingerprint: `request-expired:${id}`,
    cause: 'request-expired',
    subject: `request ${id}`,
    summary: `Nobody decided the ${kind} on record ${recordId} that ${deps.directory.describe(requester).name} asked for before its time was over. Ask again if it is still needed.`,
    recordId,
    txid: null,
    at: approvalExpiresAt,
  }))
}
