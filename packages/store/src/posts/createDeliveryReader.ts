import type { DeliveryReader } from '@medikey/core'
import { and, asc, count, eq, gte, inArray, min, or, sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { alerts } from '../schema/alerts.ts'
import { posts } from '../schema/posts.ts'

/** Reads of how telling people fares. */
export function createDeliveryReader(db: Database): DeliveryReader {
  return {
    async summarizePosts({ failedSince }) {
      const isWaiting = eq(posts.state, 'unsent')
      const rows = await db
        .select({
          platform: posts.platform,
          waiting: sql<string>`count(*) filter (where ${isWaiting})`,
          waitsSince: min(sql`case when ${isWaiting} then ${posts.createdAt} end`).mapWith(posts.createdAt),
          failed: sql<string>`count(*) filter (where ${posts.state} = 'failed')`,
          error: sql<
            string | null
          >`(array_agg(${posts.error} order by ${posts.settledAt} desc) filter (where ${posts.error} is not null))[1]`,
        })
        .from(posts)
        .where(or(isWaiting, and(eq(posts.state, 'failed'), gte(posts.settledAt, failedSince))))
        .groupBy(posts.platform)
        .orderBy(asc(posts.platform))
      return rows.map((row) => ({ ...row, waiting: Number(row.waiting), failed: Number(row.failed) }))
    },

    async countOpenAlertsBySeverity() {
      const rows = await db
        .select({ severity: alerts.severity, alerts: count() })
        .from(alerts)
        .where(inArray(alerts.status, ['firing', 'acknowledged']))
        .groupBy(alerts.severity)
      const counts = { info: 0, warning: 0, critical: 0 }
      for (const row of rows) counts[row.severity] = row.alerts
      return counts
    },
  }
}
