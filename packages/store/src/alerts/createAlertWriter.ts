import type { AlertFinding, AlertWriter } from '@medikey/core'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { inBatches } from '../columns/inBatches.ts'
import { isAnyOf } from '../columns/isAnyOf.ts'
import type { Database } from '../connection/Connection.ts'
import { StoreUseError } from '../errors/StoreUseError.ts'
import { rowsOf } from '../projection/rowsOf.ts'
import { alertFindings } from '../schema/alertFindings.ts'
import { alerts } from '../schema/alerts.ts'
import { silences } from '../schema/silences.ts'
import { lockCauses } from './lockCauses.ts'
import { toAlert } from './toAlert.ts'
import { toFinding } from './toFinding.ts'

const CAUSE = { rule: 'text', cause: 'text' }

/** Writes of alerts, their findings and silences. */
export function createAlertWriter(tx: Database): AlertWriter {
  return {
    async lockAlerts(of) {
      if (of.length === 0) return []
      await lockCauses(tx, of)
      const asked = rowsOf({ rows: of.map(({ rule, cause }) => ({ rule, cause })), columns: CAUSE })
      const rows = await tx
        .select()
        .from(alerts)
        .where(
          and(
            sql`(${alerts.rule}, ${alerts.cause}) in (select rule, cause from ${asked})`,
            ne(alerts.status, 'resolved'),
          ),
        )
      return rows.map(toAlert)
    },

    async insertAlerts(added) {
      for (const batch of inBatches(added)) await tx.insert(alerts).values(batch)
    },

    async updateAlert(alert) {
      const rows = await tx.update(alerts).set(alert).where(eq(alerts.id, alert.id)).returning()
      if (rows.length === 0) throw new StoreUseError(`there is no alert ${alert.id}`)
    },

    async insertFindings(findings) {
      const inserted: AlertFinding[] = []
      for (const batch of inBatches(findings)) {
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
