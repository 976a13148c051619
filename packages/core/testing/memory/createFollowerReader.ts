import { requestSets } from '../../src/model/requestSets.ts'
import type { FollowerReader } from '../../src/ports/FollowerStore.ts'
import type { MemoryState } from './MemoryState.ts'

/** What the follower asks. */
export function createFollowerReader(view: () => MemoryState): FollowerReader {
  return {
    getCheckpoint: async () => view().single.checkpoint,

    countEvents: async () => view().events.size,

    async listKnownBlocks({ atOrBelow, limit }) {
      const rows = [...view().events.values(), ...view().failedCalls.values()]
      const blocks = new Map(rows.map(({ blockHeight, blockHash }) => [blockHash, blockHeight]))
      return [...blocks]
        .map(([hash, height]) => ({ height, hash }))
        .filter(({ height }) => height <= atOrBelow)
        .sort((a, b) => b.height - a.height)
        .slice(0, limit)
    },

    findAwaitedPairs: async (pairs) =>
      pairs.filter((pair) =>
        [...view().requests.values()].some(
          (request) =>
            (request.kind === 'grant' || request.kind === 'revoke') &&
            requestSets.undecided.some((status) => status === request.status) &&
            request.recordId === pair.recordId &&
            request.medicalStaff === pair.medicalStaff,
        ),
      ),
  }
}
