import type { Alert } from '../model/Alert.ts'
import type { AlertEvent, AlertStep, EndReason } from '../model/AlertEvent.ts'
import type { StoreReader } from '../ports/Store.ts'
import { listToldFindings } from './listToldFindings.ts'

/**
 * A step of an alert's life, with the alert as it is now.
 *
 * @param options.reason why it is over, where that has to be said
 * @param options.findings how many of the newest findings go with it
 */
export async function toAlertEvent(
  reader: Pick<StoreReader, 'listAlertFindings' | 'countAlertFindings'>,
  options: { alert: Alert; step: AlertStep; reason?: EndReason | undefined; at: Date; findings: number },
): Promise<AlertEvent> {
  const { alert, step, reason, at } = options
  const { findings, findingCount } = await listToldFindings(reader, { alert, newest: options.findings })
  return {
    step,
    ...(reason === undefined ? {} : { reason }),
    at: at.toISOString(),
    alert: {
      id: alert.id,
      rule: alert.rule,
      cause: alert.cause,
      severity: alert.severity,
      status: alert.status,
      startedAt: alert.startedAt.toISOString(),
      firedAt: write(alert.firedAt),
      acknowledgedAt: write(alert.acknowledgedAt),
      acknowledgedBy: alert.acknowledgedBy,
      resolvedAt: write(alert.resolvedAt),
      silencedUntil: write(alert.silencedUntil),
      silenceReason: alert.silenceReason,
    },
    findingCount,
    findings: findings.map((finding) => ({
      fingerprint: finding.fingerprint,
      kind: finding.kind,
      severity: finding.severity,
      subject: finding.subject,
      summary: finding.summary,
      recordId: finding.recordId?.toString() ?? null,
      txid: finding.txid,
      at: finding.at.toISOString(),
      endedAt: write(finding.endedAt),
    })),
  }
}

function write(date: Date | null): string | null {
  return date?.toISOString() ?? null
}
