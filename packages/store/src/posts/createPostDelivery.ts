import type { Store } from '@medikey/core'
import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Connection } from '../connection/Connection.ts'
import { posts } from '../schema/posts.ts'
import { isCard } from './isCard.ts'
import { isLane } from './isLane.ts'
import { lockLane } from './lockLane.ts'
import { toPost } from './toPost.ts'

/** Claims and settles posts. */
export function createPostDelivery(connection: Connection): Pick<Store, 'claimPost' | 'settlePost'> {
  return {
    claimPost: ({ lane, now, staleBefore }) =>
      connection.transaction(async (tx) => {
        await lockLane(tx, lane)
        const unsent = await tx
          .select({ id: posts.id, claimedAt: posts.claimedAt, dueAt: posts.dueAt })
          .from(posts)
          .where(and(isLane(lane), eq(posts.state, 'unsent')))
          .orderBy(desc(isCard), asc(posts.seq))
        const [next] = unsent
        const isHeld = unsent.some(({ claimedAt }) => claimedAt !== null && claimedAt > staleBefore)
        if (next === undefined || isHeld || next.dueAt > now) return null
        const [claimed] = await tx
          .update(posts)
          .set({ claimedAt: now, attempts: sql`${posts.attempts} + 1` })
          .where(eq(posts.id, next.id))
          .returning()
        return claimed === undefined ? null : toPost(claimed)
      }),

    async settlePost({ id, attempts, revision, outcome, at }) {
      const unlessTouched = (state: 'sent' | 'failed') =>
        sql`case when ${posts.revision} > ${revision} then 'unsent' else ${state} end`
      const change =
        'sent' in outcome
          ? { ref: outcome.sent, state: unlessTouched('sent'), error: null }
          : 'retryAt' in outcome
            ? { dueAt: outcome.retryAt, error: outcome.error }
            : 'gone' in outcome
              ? { ref: null, error: outcome.gone }
              : { state: unlessTouched('failed'), error: outcome.failed }
      const settled = await connection.db
        .update(posts)
        .set({ ...change, claimedAt: null, settledAt: at })
        .where(and(eq(posts.id, id), eq(posts.attempts, attempts), isNotNull(posts.claimedAt)))
        .returning({ id: posts.id })
      return settled.length > 0
    },
  }
}
