import type { UnitOfWork } from '@medikey/core'
import { and, sql } from 'drizzle-orm'
import { inBatches } from '../columns/inBatches.ts'
import type { Database } from '../connection/Connection.ts'
import { posts } from '../schema/posts.ts'
import { isCard } from './isCard.ts'
import { isSubject } from './isSubject.ts'

/** Writes of posts. */
export function createPostWriter(tx: Database): Pick<UnitOfWork, 'addPosts' | 'touchCards'> {
  return {
    async addPosts(added) {
      const rows = added.map(({ lane: { subject, platform }, recipient, at, ...post }) => {
        const to = typeof recipient === 'string' ? { recipient } : { account: recipient }
        return { ...post, ...subject, ...to, platform, dueAt: at, createdAt: at }
      })
      for (const batch of inBatches(rows)) await tx.insert(posts).values(batch)
    },

    async touchCards({ at, ...subject }) {
      // What waits already has waited since it was written; what was told waits from now on.
      const createdAt = sql`case when ${posts.state} = 'unsent' then ${posts.createdAt} else ${sql.param(at, posts.createdAt)} end`
      await tx
        .update(posts)
        .set({ revision: sql`${posts.revision} + 1`, state: 'unsent', createdAt })
        .where(and(isSubject(subject), isCard))
    },
  }
}
