import type { Post } from '../../src/model/Post.ts'
import type { MemoryPost } from './MemoryState.ts'

/** The post without what only its delivery needs to know. */
export function toPost(post: MemoryPost): Post {
  const { state, claimedAt, dueAt, createdAt, settledAt, error, ...rest } = post
  return rest
}
