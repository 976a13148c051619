import type { NewPost, UnitOfWork } from '../../src/ports/Store.ts'
import { isCard } from './isCard.ts'
import { isSameLane } from './isSameLane.ts'
import type { MemoryPost, MemoryState } from './MemoryState.ts'
import { refuse } from './refuse.ts'
import { toCardSubject } from './toCardSubject.ts'

/** Writes of posts. */
export function createPostWriter(state: MemoryState): Pick<UnitOfWork, 'addPosts' | 'touchCards'> {
  const { posts, requests, alerts, digests } = state

  function add({ at, ...post }: NewPost): void {
    const { subject } = post.lane
    if (posts.has(post.id)) refuse(`post ${post.id} exists`)
    if ('requestId' in subject && !requests.has(subject.requestId))
      refuse(`request ${subject.requestId} does not exist`)
    if ('alertId' in subject && !alerts.has(subject.alertId))
      refuse(`alert ${subject.alertId} does not exist`)
    if ('digestId' in subject && !digests.has(subject.digestId))
      refuse(`digest ${subject.digestId} does not exist`)
    if (post.kind === 'card' && !('requestId' in subject)) refuse('only a request has a card')
    if (post.kind === 'alert' && !('alertId' in subject)) refuse('only an alert has an alert message')
    const isRival = (other: MemoryPost) => isCard(other) && isSameLane(other.lane, post.lane)
    if (isCard(post) && [...posts.values()].some(isRival))
      refuse('the subject already has its message on the platform')
    posts.set(
      post.id,
      structuredClone({
        ...post,
        event: post.event ?? null,
        ref: null,
        revision: 1,
        attempts: 0,
        state: 'unsent' as const,
        claimedAt: null,
        dueAt: at,
        createdAt: at,
        settledAt: null,
        error: null,
      }),
    )
  }

  return {
    async addPosts(added) {
      for (const post of added) add(post)
    },

    async touchCards({ at, ...options }) {
      const subject = toCardSubject(options)
      for (const post of posts.values()) {
        if (!isCard(post) || !isSameLane(post.lane, { ...post.lane, subject })) continue
        const createdAt = post.state === 'unsent' ? post.createdAt : at
        posts.set(post.id, { ...post, revision: post.revision + 1, state: 'unsent', createdAt })
      }
    },
  }
}
