import type { AccessRequest } from '../../model/AccessRequest.ts'
import type { AuditEntry } from '../../model/AuditEntry.ts'
import type { Finding } from '../../model/Finding.ts'
import { isAccessRequest } from '../../requests/isAccessRequest.ts'
import type { Look, MonitorDeps } from '../Monitor.ts'
import { overlapWindow } from '../overlapWindow.ts'

const DAY_MS = 86_400_000
const ACTIONS = ['transaction-refused', 'transaction-aborted', 'transaction-replaced'] as const
/** A newer decision took its place, or the grant that it would end had ended: what people decided is what stands. */
const ORDINARY: readonly string[] = ['SUPERSEDED', 'GRANT_ENDED']

/**
 * Grants and revokes that were approved and came to nothing, or were sent anew because another transaction took their
 * place. A person's own action is told to that person alone: they do it again or leave it.
 */
export async function findLostTransactions(
  deps: Pick<MonitorDeps, 'store' | 'directory'>,
  look: Pick<Look, 'since' | 'now'>,
): Promise<Finding[]> {
  const window = overlapWindow(look, { firstMs: DAY_MS })
  const findings: Finding[] = []
  for (const entry of await deps.store.listAuditOf({ actions: ACTIONS, ...window })) {
    if (entry.requestId === null || ORDINARY.includes(entry.detail.code ?? '')) continue
    const request = await deps.store.getRequest(entry.requestId)
    if (request !== null && isAccessRequest(request)) findings.push(await toFinding(deps, { entry, request }))
  }
  return findings
}

async function toFinding(
  deps: Pick<MonitorDeps, 'store' | 'directory'>,
  options: { entry: AuditEntry; request: AccessRequest },
): Promise<Finding> {
  const { entry, request } = options
  const { action, at, detail } = entry
  const { id, kind, recordId, physician, medicalStaff } = request
  const isReplaced = action === 'transaction-replaced'
  const staff = deps.directory.describe(medicalStaff).name
  const failed = (await deps.store.listTransactions(id)).findLast(
    ({ failure }) => failure !== null && failure.code === detail.code,
  )
  const stands = kind === 'revoke' ? ' The access still stands.' : ''
  return {
    rule: 'transaction-lost',
    severity: isReplaced ? 'info' : kind === 'revoke' ? 'critical' : 'warning',
    kind: 'happening',
    // The audit is never changed, so its time names the entry.
    fingerprint: `transaction-lost:${id}:${action}:${at.toISOString()}`,
    cause: physician,
    subject: `request ${id}`,
    summary: isReplaced
      ? `Another transaction of ${deps.directory.describe(physician).name} took the place of the approved ${kind} on record ${recordId} for ${staff}. It is sent anew.`
      : `The approved ${kind} on record ${recordId} for ${staff} came to nothing.${stands} ${failed?.failure?.message ?? 'Ask again if it is still needed.'}`,
    recordId,
    txid: detail.txid ?? null,
    at,
  }
}
