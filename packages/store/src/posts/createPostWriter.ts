import type { UnitOfWork } from '@medikey/core'
import { and, sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { posts } from '../schema/posts.ts'
import { isCard } from './isCard.ts'
import { isSubject } from './isSubject.ts'

/** Writes of posts. */
export function createPostWriter(tx: Database): Pick<UnitOfWork, 'addPost' | 'touchCards'> {
  return {
    async addPost({ lane: { subject, platform }, recipient, at, ...post }) {
      const to = typeof recipient === 'string' ? { recipient } : { account: recipient }
      await tx.insert(posts).values({ ...post, ...subject, ...to, platform, dueAt: at, createdAt: at })
    },

    async touchCards(subject) {
      await tx
        .update(posts)
        .set({ revision: sql`${posts.revision} + 1`, state: 'unsent' })
        .where(and(isSubject(subject), isCard))
    },
  }
}
