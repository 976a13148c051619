import type { StoreReader } from '@medikey/core'
import { and, asc, desc, eq, gt, inArray, lte, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../connection/Connection.ts'
import { posts } from '../schema/posts.ts'
import { isCard } from './isCard.ts'
import { isLane } from './isLane.ts'
import { isSubject } from './isSubject.ts'
import { toLane } from './toLane.ts'

/** Reads of posts. */
export function createPostReader(
  db: Database,
): Pick<StoreReader, 'getCard' | 'listDestinations' | 'listDueLanes'> {
  return {
    async getCard({ platform, ...subject }) {
      const [row] = await db
        .select({ ref: posts.ref })
        .from(posts)
        .where(and(isLane({ subject, platform }), isCard))
      return row?.ref ?? null
    },

    async listDestinations(subject) {
      const rows = await db.selectDistinct({ platform: posts.platform }).from(posts).where(isSubject(subject))
      return rows.map(({ platform }) => platform)
    },

    async listDueLanes({ now, staleBefore, platforms, limit }) {
      const { requestId, alertId, principal, digestId, platform, dueAt, seq } = posts
      const lane = { requestId, alertId, principal, digestId, platform }
      const next = db
        .selectDistinctOn(Object.values(lane), { ...lane, dueAt, seq })
        .from(posts)
        .where(
          and(
            eq(posts.state, 'unsent'),
            platforms === undefined ? undefined : inArray(posts.platform, [...platforms]),
          ),
        )
        .orderBy(...Object.values(lane), desc(isCard), asc(seq))
        .as('next')
      const held = alias(posts, 'held')
      const holder = db
        .select({ id: held.id })
        .from(held)
        .where(
          and(
            eq(held.state, 'unsent'),
            gt(held.claimedAt, staleBefore),
            eq(held.platform, next.platform),
            sql`${held.requestId} is not distinct from ${next.requestId}`,
            sql`${held.alertId} is not distinct from ${next.alertId}`,
            sql`${held.principal} is not distinct from ${next.principal}`,
            sql`${held.digestId} is not distinct from ${next.digestId}`,
          ),
        )
      const rows = await db
        .select()
        .from(next)
        .where(and(lte(next.dueAt, now), notExists(holder)))
        .orderBy(asc(next.dueAt), asc(next.seq))
        .limit(limit)
      return rows.map(toLane)
    },
  }
}
