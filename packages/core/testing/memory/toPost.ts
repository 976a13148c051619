import type { Post } from '../../src/model/Post.ts'
import type { MemoryPost } from './MemoryState.ts'

/** The post without what only its delivery needs to know. */
export function toPost(post: MemoryPost): Post {
  const { state, claimedAt, dueAt, ...rest } = post
  return rest
}
