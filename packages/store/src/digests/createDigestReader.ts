import type { DigestReader, Severity } from '@medikey/core'
import { and, asc, count, desc, eq, gte, inArray, lt, min, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '../connection/Connection.ts'
import { alerts } from '../schema/alerts.ts'
import { digests } from '../schema/digests.ts'
import { draws } from '../schema/draws.ts'
import { events } from '../schema/events.ts'
import { failedCalls } from '../schema/failedCalls.ts'
import { records } from '../schema/records.ts'
import { requests } from '../schema/requests.ts'

type TimeRange = { readonly from: Date; readonly to: Date }

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'critical']
const HOUR_MS = 3_600_000

const isIn = (column: PgColumn, { from, to }: TimeRange) => and(gte(column, from), lt(column, to))
/** Of draws whose full hour begins in the range. */
const isDrawn = ({ from, to }: TimeRange) =>
  and(
    sql`${events.name} = 'medical-data-accessed'`,
    isIn(events.blockTime, { from: toNextHour(from), to: toNextHour(to) }),
  )
const toNextHour = (at: Date) => new Date(Math.ceil(at.getTime() / HOUR_MS) * HOUR_MS)
const drawnVolume = sql<string>`sum((${events.value} -> 'accessVolume' ->> 'uint')::numeric)`
/** What people asked: MediKey's own revokes wait for nobody. */
const isAsked = and(inArray(requests.kind, ['grant', 'revoke']), eq(requests.origin, 'person'))

/** Reads of digests and of what they tell. */
export function createDigestReader(db: Database): DigestReader {
  const countWhere = async (condition: SQL | undefined) => {
    const [row] = await db.select({ count: count() }).from(requests).where(and(isAsked, condition))
    return row?.count ?? 0
  }

  return {
    async getDigest(id) {
      const [row] = await db.select().from(digests).where(eq(digests.id, id))
      return row ?? null
    },

    listDrawHours: (range) =>
      db.select().from(draws).where(isIn(draws.hour, range)).orderBy(asc(draws.hour), asc(draws.principal)),

    async listDrawnRecords({ limit, ...range }) {
      const { recordId, accessedVolume, dataVolume } = records
      const drawn = db
        .select({ recordId: events.recordId, volume: drawnVolume.as('volume') })
        .from(events)
        .where(isDrawn(range))
        .groupBy(events.recordId)
        .as('drawn')
      const rows = await db
        .select({ recordId, accessedVolume, dataVolume, drawn: drawn.volume })
        .from(drawn)
        .innerJoin(records, eq(records.recordId, drawn.recordId))
        .orderBy(desc(sql`${accessedVolume} / nullif(${dataVolume}, 0)`), asc(recordId))
        .limit(limit)
      return rows.map((row) => ({ ...row, drawn: BigInt(row.drawn) }))
    },

    async countRequests(range) {
      const decided = await db
        .select({ status: requests.status, count: count() })
        .from(requests)
        .where(and(isAsked, isIn(requests.decidedAt, range)))
        .groupBy(requests.status)
      const find = (status: string) => decided.find((row) => row.status === status)?.count ?? 0
      return {
        asked: await countWhere(isIn(requests.createdAt, range)),
        approved: find('approved'),
        denied: find('denied'),
        cancelled: find('cancelled'),
        expired: await countWhere(
          and(sql`${requests.status} = 'expired'`, isIn(requests.approvalExpiresAt, range)),
        ),
      }
    },

    async countWaitingRequests() {
      const [row] = await db
        .select({ count: count(), oldestAt: min(requests.createdAt) })
        .from(requests)
        .where(and(isAsked, sql`${requests.status} in ('awaiting-consent', 'pending')`))
      return { count: row?.count ?? 0, oldestAt: row?.oldestAt ?? null }
    },

    async countAlerts(range) {
      const rank = (severity: PgColumn) =>
        sql`array_position(array['info', 'warning', 'critical'], ${severity})`
      // What made it worst may have ended before the rest did.
      const worst = sql<number>`max(greatest(${rank(alerts.severity)}, ${rank(alerts.toldSeverity)}))`
      const rows = await db
        .select({ rule: alerts.rule, worst, count: count() })
        .from(alerts)
        .where(isIn(alerts.firedAt, range))
        .groupBy(alerts.rule)
        .orderBy(asc(alerts.rule))
      return rows.map(({ rule, worst, count }) => ({
        rule,
        severity: SEVERITIES[worst - 1] ?? 'info',
        count,
      }))
    },

    countFailedCalls: (range) =>
      db
        .select({ code: failedCalls.code, count: count() })
        .from(failedCalls)
        .where(isIn(failedCalls.blockTime, range))
        .groupBy(failedCalls.code),
  }
}
