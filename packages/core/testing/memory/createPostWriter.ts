import type { UnitOfWork } from '../../src/ports/Store.ts'
import { isSameLane } from './isSameLane.ts'
import type { MemoryState } from './MemoryState.ts'
import { refuse } from './refuse.ts'

/** Writes of posts. */
export function createPostWriter(state: MemoryState): Pick<UnitOfWork, 'addPost' | 'touchCards'> {
  const { posts, requests, alerts } = state

  return {
    async addPost({ at, ...post }) {
      const { subject } = post.lane
      if (posts.has(post.id)) refuse(`post ${post.id} exists`)
      if ('requestId' in subject && !requests.has(subject.requestId))
        refuse(`request ${subject.requestId} does not exist`)
      if ('alertId' in subject && !alerts.has(subject.alertId))
        refuse(`alert ${subject.alertId} does not exist`)
      if (post.kind === 'card' && !('requestId' in subject)) refuse('only a request has a card')
      const isRival = (other: { kind: string; lane: typeof post.lane }) =>
        other.kind === 'card' && isSameLane(other.lane, post.lane)
      if (post.kind === 'card' && [...posts.values()].some(isRival))
        refuse('the request already has a card on the platform')
      posts.set(
        post.id,
        structuredClone({
          ...post,
          ref: null,
          revision: 1,
          attempts: 0,
          state: 'unsent' as const,
          claimedAt: null,
          dueAt: at,
        }),
      )
    },

    async touchCards({ requestId }) {
      for (const post of posts.values()) {
        const { subject } = post.lane
        if (post.kind !== 'card' || !('requestId' in subject) || subject.requestId !== requestId) continue
        posts.set(post.id, { ...post, revision: post.revision + 1, state: 'unsent' })
      }
    },
  }
}
