import type { AlertFinding, AlertWriter } from '@medikey/core'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { isAnyOf } from '../columns/isAnyOf.ts'
import type { Database } from '../connection/Connection.ts'
import { StoreUseError } from '../errors/StoreUseError.ts'
import { alertFindings } from '../schema/alertFindings.ts'
import { alerts } from '../schema/alerts.ts'
import { silences } from '../schema/silences.ts'
import { lockCause } from './lockCause.ts'
import { toAlert } from './toAlert.ts'
import { toFinding } from './toFinding.ts'

/** A statement takes 65,535 parameters at most; a finding is fourteen. */
const ROWS = 1_000

/** Writes of alerts, their findings and silences. */
export function createAlertWriter(tx: Database): AlertWriter {
  return {
    async lockAlert({ rule, cause }) {
      await lockCause(tx, { rule, cause })
      const [row] = await tx
        .select()
        .from(alerts)
        .where(and(eq(alerts.rule, rule), eq(alerts.cause, cause), ne(alerts.status, 'resolved')))
      return row === undefined ? null : toAlert(row)
    },

    async insertAlert(alert) {
      await tx.insert(alerts).values(alert)
    },

    async updateAlert(alert) {
      const rows = await tx.update(alerts).set(alert).where(eq(alerts.id, alert.id)).returning()
      if (rows.length === 0) throw new StoreUseError(`there is no alert ${alert.id}`)
    },

    async insertFindings(findings) {
      const inserted: AlertFinding[] = []
      for (let first = 0; first < findings.length; first += ROWS) {
        const batch = findings.slice(first, first + ROWS)
        const rows = await tx
          .insert(alertFindings)
          .values(batch.map(({ rule, cause, ...row }) => row))
          .onConflictDoNothing({
            target: alertFindings.fingerprint,
            where: sql`kind = 'happening' or ended_at is null`,
          })
          .returning()
        const byFingerprint = new Map(batch.map((finding) => [finding.fingerprint, finding]))
        for (const finding of rows) {
          const alert = byFingerprint.get(finding.fingerprint)
          if (alert !== undefined) inserted.push(toFinding({ finding, alert }))
        }
      }
      return inserted
    },

    async updateFindings({ alertId, fingerprints, patch }) {
      await tx
        .update(alertFindings)
        .set(patch)
        .where(
          and(
            eq(alertFindings.alertId, alertId),
            isNull(alertFindings.endedAt),
            fingerprints === undefined ? undefined : isAnyOf(alertFindings.fingerprint, fingerprints),
          ),
        )
    },

    async putSilence({ rule, cause, ...silence }) {
      await tx
        .insert(silences)
        .values({ rule, cause, ...silence })
        .onConflictDoUpdate({ target: [silences.rule, silences.cause], set: silence })
    },

    async deleteSilence({ rule, cause }) {
      await tx.delete(silences).where(and(eq(silences.rule, rule), eq(silences.cause, cause)))
    },
  }
}
