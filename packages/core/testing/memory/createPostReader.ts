import type { Lane } from '../../src/model/Post.ts'
import type { StoreReader } from '../../src/ports/Store.ts'
import { findClaimablePost } from './findClaimablePost.ts'
import { isCard } from './isCard.ts'
import { isSameLane } from './isSameLane.ts'
import type { MemoryState } from './MemoryState.ts'
import { toCardSubject } from './toCardSubject.ts'

/** Reads of posts. */
export function createPostReader(
  view: () => MemoryState,
): Pick<StoreReader, 'getCard' | 'listDestinations' | 'listDueLanes'> {
  return {
    getCard: async ({ platform, ...subject }) =>
      [...view().posts.values()].find(
        (post) => isCard(post) && isSameLane(post.lane, { subject: toCardSubject(subject), platform }),
      )?.ref ?? null,

    async listDestinations(subject) {
      const own = [...view().posts.values()].filter(({ lane }) => isSameLane(lane, { ...lane, subject }))
      return [...new Set(own.map(({ lane }) => lane.platform))]
    },

    async listDueLanes({ now, staleBefore, platforms, limit }) {
      const lanes: Lane[] = []
      for (const { lane } of view().posts.values())
        if (!lanes.some((other) => isSameLane(other, lane))) lanes.push(lane)
      return lanes
        .filter(({ platform }) => platforms?.includes(platform) ?? true)
        .flatMap((lane) => findClaimablePost(view(), { lane, now, staleBefore }) ?? [])
        .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
        .slice(0, limit)
        .map(({ lane }) => lane)
    },
  }
}
