import type { PostOutcome, Store } from '../../src/ports/Store.ts'
import { findClaimablePost } from './findClaimablePost.ts'
import type { MemoryState } from './MemoryState.ts'
import { toPost } from './toPost.ts'

/** Claims and settles posts. `write` runs a change as a transaction of its own. */
export function createPostDelivery(
  write: <T>(change: (draft: MemoryState) => T) => Promise<T>,
): Pick<Store, 'claimPost' | 'settlePost'> {
  return {
    claimPost: ({ lane, now, staleBefore }) =>
      write((draft) => {
        const post = findClaimablePost(draft, { lane, now, staleBefore })
        if (post === null) return null
        const claimed = { ...post, attempts: post.attempts + 1, claimedAt: now }
        draft.posts.set(post.id, claimed)
        return toPost(claimed)
      }),

    settlePost: ({ id, attempts, revision, outcome, at }) =>
      write((draft) => {
        const post = draft.posts.get(id)
        if (post === undefined || post.claimedAt === null || post.attempts !== attempts) return false
        const isStale = post.revision > revision
        const settled = { ...post, claimedAt: null, settledAt: at, error: toError(outcome) }
        if ('sent' in outcome)
          draft.posts.set(id, { ...settled, ref: outcome.sent, state: isStale ? 'unsent' : 'sent' })
        else if ('retryAt' in outcome)
          draft.posts.set(id, { ...settled, dueAt: outcome.retryAt, state: 'unsent' })
        else if ('gone' in outcome) draft.posts.set(id, { ...settled, ref: null, state: 'unsent' })
        else draft.posts.set(id, { ...settled, state: isStale ? 'unsent' : 'failed' })
        return true
      }),
  }
}

function toError(outcome: PostOutcome): string | null {
  if ('sent' in outcome) return null
  if ('retryAt' in outcome) return outcome.error
  return 'gone' in outcome ? outcome.gone : outcome.failed
}
