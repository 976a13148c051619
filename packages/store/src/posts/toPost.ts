import type { Post } from '@medikey/core'
import type { posts } from '../schema/posts.ts'
import { toLane } from './toLane.ts'

/** The post that a row holds. */
export function toPost(row: typeof posts.$inferSelect): Post {
  const { id, kind, recipient, account, message, event, ref, revision, attempts } = row
  const lane = toLane(row)
  return { id, lane, kind, recipient: account ?? recipient, message, event, ref, revision, attempts }
}
