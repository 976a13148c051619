import type { Alert } from '../model/Alert.ts'
import type { EndReason } from '../model/AlertEvent.ts'
import type { StoreReader } from '../ports/Store.ts'

/** Why an alert is over though its conditions may hold, as its evidence tells; null where they ended, and while it is open. */
export async function getEndReason(
  store: Pick<StoreReader, 'listAuditOf'>,
  { alert }: { alert: Pick<Alert, 'id' | 'resolvedAt'> },
): Promise<EndReason | null> {
  const { id, resolvedAt } = alert
  if (resolvedAt === null) return null
  const window = { after: new Date(resolvedAt.getTime() - 1), until: resolvedAt }
  const entries = await store.listAuditOf({ actions: ['alert-resolved'], ...window })
  const reason = entries.find(({ detail }) => detail.alertId === id)?.detail.reason
  return reason === 'monitor-switched-off' ? reason : null
}
