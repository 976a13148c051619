import { formatTimeLeft } from '../../input/formatTimeLeft.ts'
import type { Finding } from '../../model/Finding.ts'
import type { MonitorDeps } from '../Monitor.ts'
import type { GrantExpirySettings } from './grantExpirySchema.ts'

/**
 * Every time-boxed grant whose privilege stands on chain long past its end. One that another grant took the place of
 * does not stand any more, whoever gave the other one.
 */
export async function findOutlivedGrants(
  deps: Pick<MonitorDeps, 'store' | 'directory'>,
  options: { now: Date; settings: GrantExpirySettings },
): Promise<Finding[]> {
  const { now, settings } = options
  const until = new Date(now.getTime() - settings.outlivedAfter)
  const findings: Finding[] = []
  for (const grant of await deps.store.listGrantsEnding({ after: null, until })) {
    const { requestId, recordId, medicalStaff, physician, txid, endsAt } = grant
    const privilege = await deps.store.getPrivilege({ recordId, medicalStaff })
    if (endsAt === null || privilege?.txid !== txid) continue
    const overMs = now.getTime() - endsAt.getTime()
    const isCritical = overMs >= settings.outlivedCriticalAfter
    const bound = isCritical ? settings.outlivedCriticalAfter : settings.outlivedAfter
    const staff = deps.directory.describe(medicalStaff).name
    findings.push({
      rule: 'grant-outlived',
      severity: isCritical ? 'critical' : 'warning',
      kind: 'condition',
      fingerprint: `grant-outlived:${requestId}`,
      cause: physician,
      subject: `record ${recordId}`,
      summary: `The access of ${staff} to record ${recordId} ended more than ${formatTimeLeft(bound)} ago and still stands on chain: its revoke did not go through. See /medikey audit ${recordId} for why, or have ${deps.directory.describe(physician).name}, the record’s physician, revoke it with /medikey revoke.`,
      recordId,
      txid,
      at: new Date(endsAt.getTime() + settings.outlivedAfter),
    })
  }
  return findings
}
