import type { AlertReader } from '@medikey/core'
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  notExists,
  or,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { isAnyOf } from '../columns/isAnyOf.ts'
import type { Database } from '../connection/Connection.ts'
import { alertFindings } from '../schema/alertFindings.ts'
import { alerts } from '../schema/alerts.ts'
import { silences } from '../schema/silences.ts'
import { toAlert } from './toAlert.ts'
import { toFinding } from './toFinding.ts'

const OPEN = ['firing', 'acknowledged'] as const

/** Reads of alerts, their findings and silences. */
export function createAlertReader(db: Database): AlertReader {
  const ofAlert = (which: { alertId: string; holding?: boolean; raised?: boolean }) =>
    and(
      eq(alertFindings.alertId, which.alertId),
      which.holding === true ? isNull(alertFindings.endedAt) : undefined,
      which.raised === true ? ne(alertFindings.stage, 'pending') : undefined,
    )
  const selectFindings = () =>
    db
      .select({ finding: alertFindings, alert: { rule: alerts.rule, cause: alerts.cause } })
      .from(alertFindings)
      .innerJoin(alerts, eq(alerts.id, alertFindings.alertId))

  return {
    async getAlert(id) {
      const [row] = await db.select().from(alerts).where(eq(alerts.id, id))
      return row === undefined ? null : toAlert(row)
    },

    async listAlerts({ status, limit }) {
      const rows = await db
        .select()
        .from(alerts)
        .where(status === undefined ? undefined : inArray(alerts.status, [...status]))
        .orderBy(desc(alerts.startedAt), desc(alerts.seq))
        .limit(limit)
      return rows.map(toAlert)
    },

    async listOpenAlerts({ limit }) {
      const rows = await db
        .select()
        .from(alerts)
        .where(inArray(alerts.status, [...OPEN]))
        .orderBy(
          sql`array_position(array['critical', 'warning', 'info'], ${alerts.severity})`,
          asc(alerts.startedAt),
          asc(alerts.seq),
        )
        .limit(limit)
      return rows.map(toAlert)
    },

    countOpenAlerts: () => db.$count(alerts, inArray(alerts.status, [...OPEN])),

    async listOpenRules({ rules }) {
      const rows = await db
        .selectDistinct({ rule: alerts.rule })
        .from(alerts)
        .where(and(inArray(alerts.rule, [...rules]), inArray(alerts.status, [...OPEN])))
        .orderBy(asc(alerts.rule))
      return rows.map(({ rule }) => rule)
    },

    async listDueAlerts({ now, toleranceMs, beyond, limit }) {
      const inhibitor = alias(alerts, 'inhibitor')
      const inhibiting = db
        .select({ id: inhibitor.id })
        .from(inhibitor)
        .where(and(eq(inhibitor.rule, alerts.inhibitedBy), inArray(inhibitor.status, [...OPEN])))
      const place = db
        .select({ seq: alerts.seq })
        .from(alerts)
        .where(eq(alerts.id, beyond?.id ?? ''))
      // What is not due by itself stands last.
      const isBeyond = sql`(coalesce(${alerts.dueAt}, 'infinity'), ${alerts.seq})
        > (${beyond?.dueAt?.toISOString() ?? 'infinity'}::timestamptz, (${place}))`
      const rows = await db
        .select()
        .from(alerts)
        .where(
          and(
            ne(alerts.status, 'resolved'),
            beyond === null ? undefined : isBeyond,
            or(
              lte(alerts.dueAt, now),
              gt(alerts.movedAt, new Date(now.getTime() + toleranceMs)),
              and(isNotNull(alerts.inhibitedBy), notExists(inhibiting)),
            ),
          ),
        )
        .orderBy(asc(alerts.dueAt), asc(alerts.seq))
        .limit(limit)
      return rows.map(toAlert)
    },

    async listAlertFindings({ limit, newest = false, ...which }) {
      const query = selectFindings()
        .where(ofAlert(which))
        .orderBy(newest ? desc(alertFindings.seq) : asc(alertFindings.seq))
      const findings = (await (limit === undefined ? query : query.limit(limit))).map(toFinding)
      return newest ? findings.reverse() : findings
    },

    async countAlertFindings(which) {
      const [row] = await db.select({ total: count() }).from(alertFindings).where(ofAlert(which))
      return row?.total ?? 0
    },

    async findFindings({ fingerprints }) {
      if (fingerprints.length === 0) return []
      const rows = await selectFindings()
        .where(
          and(
            isAnyOf(alertFindings.fingerprint, fingerprints),
            or(eq(alertFindings.kind, 'happening'), isNull(alertFindings.endedAt)),
          ),
        )
        .orderBy(asc(alertFindings.seq))
      return rows.map(toFinding)
    },

    listSilences: ({ now }) => db.select().from(silences).where(gt(silences.until, now)),

    async getSilence({ rule, cause }) {
      const [row] = await db
        .select()
        .from(silences)
        .where(and(eq(silences.rule, rule), eq(silences.cause, cause)))
      return row ?? null
    },
  }
}
