import type { Lane } from '../../src/model/Post.ts'
import { isCard } from './isCard.ts'
import { isSameLane } from './isSameLane.ts'
import type { MemoryPost, MemoryState } from './MemoryState.ts'

/** The post of the lane that leaves next, unless it is not due or the lane is held: a card that is out of date goes first. */
export function findClaimablePost(
  state: MemoryState,
  options: { lane: Lane; now: Date; staleBefore: Date },
): MemoryPost | null {
  const unsent = [...state.posts.values()].filter(
    (post) => post.state === 'unsent' && isSameLane(post.lane, options.lane),
  )
  if (unsent.some(({ claimedAt }) => claimedAt !== null && claimedAt > options.staleBefore)) return null
  const next = unsent.find(isCard) ?? unsent[0]
  return next !== undefined && next.dueAt <= options.now ? next : null
}
