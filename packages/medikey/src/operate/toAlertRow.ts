import { type Alert, type Deps, getRule } from '@medikey/core'
import type { AlertRow } from './alertRowSchema.ts'

const SUBJECTS = 3

/** What commands print of an alert, with what it is about. */
export async function toAlertRow(
  deps: Pick<Deps, 'store' | 'clock'>,
  { alert }: { alert: Alert },
): Promise<AlertRow> {
  const { id, rule, severity, status, cause, acknowledgedBy, inhibitedBy, silencedUntil, silenceReason } =
    alert
  // Of a resolved alert nothing holds any more: it is told by what it was about. What has to hold longer is told later.
  const which = { alertId: id, holding: status !== 'resolved', raised: status !== 'pending' }
  const [findings, first] = await Promise.all([
    deps.store.countAlertFindings(which),
    deps.store.listAlertFindings({ ...which, limit: SUBJECTS }),
  ])
  const isSilent = silencedUntil !== null && silencedUntil > deps.clock.now()
  return {
    id,
    rule,
    severity,
    status,
    title: getRule(rule).title(Math.max(1, findings)),
    cause,
    findings,
    subjects: first.map(({ subject }) => subject),
    startedAt: alert.startedAt.toISOString(),
    firedAt: alert.firedAt?.toISOString() ?? null,
    acknowledgedAt: alert.acknowledgedAt?.toISOString() ?? null,
    acknowledgedBy: acknowledgedBy ?? (alert.acknowledgedAt === null ? null : 'operator'),
    resolvedAt: alert.resolvedAt?.toISOString() ?? null,
    silencedUntil: isSilent ? silencedUntil.toISOString() : null,
    silenceReason: isSilent ? silenceReason : null,
    inhibitedBy,
  }
}
