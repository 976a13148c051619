import type { Post } from '@medikey/core'
import type { posts } from '../schema/posts.ts'
import { toLane } from './toLane.ts'

/** The post that a row holds. */
export function toPost(row: typeof posts.$inferSelect): Post {
  const { id, kind, recipient, account, message, ref, revision, attempts } = row
  return { id, lane: toLane(row), kind, recipient: account ?? recipient, message, ref, revision, attempts }
}
