import { createCalendar } from '../../calendar/createCalendar.ts'
import { formatDuration } from '../../input/formatDuration.ts'
import type { Finding } from '../../model/Finding.ts'
import type { MonitorDeps } from '../Monitor.ts'
import { findOverdue } from './findOverdue.ts'
import type { RequestReminderSettings } from './requestReminderSchema.ts'

/** Every request that waits too long and can still be decided: few wait at a time, and none for ever. */
export async function findWaitingRequests(
  deps: Pick<MonitorDeps, 'store' | 'directory' | 'settings'>,
  options: { now: Date; settings: Pick<RequestReminderSettings, 'waitingFor' | 'hours'> },
): Promise<Finding[]> {
  const { now, settings } = options
  const { waitingFor, hours } = settings
  const calendar = createCalendar(deps.settings.monitors.timeZone)

  const waiting = await deps.store.listWaitingRequests({ until: new Date(now.getTime() - waitingFor) })
  return waiting.flatMap((request): Finding[] => {
    const { id, kind, status, recordId, physician, requester, createdAt, approvalExpiresAt } = request
    if (approvalExpiresAt <= now) return []
    const at = findOverdue({ from: createdAt, until: now, waitingFor, hours, calendar })
    if (at === null) return []
    const asks = status === 'awaiting-consent' ? 'consent' : 'decision'
    const whose =
      status === 'awaiting-consent'
        ? `the consent of ${deps.directory.describe(physician).name}`
        : 'a decision of the Chief Medical Officer'
    return [
      {
        rule: 'request-waiting',
        severity: 'warning',
        kind: 'condition',
        fingerprint: `request-waiting:${id}`,
        cause: asks,
        subject: `request ${id}`,
        summary: `The ${kind} on record ${recordId} that ${deps.directory.describe(requester).name} asked for has waited more than ${formatDuration(waitingFor)} for ${whose}. See /medikey pending.`,
        recordId,
        txid: null,
        at,
      },
    ]
  })
}
