import type { ActivityWriter } from '../../src/ports/ActivityStore.ts'
import type { MemoryState } from './MemoryState.ts'

/** Writes of what the follower keeps beside the events. */
export function createActivityWriter(state: MemoryState): ActivityWriter {
  const { draws } = state
  return {
    async addDraws(hours) {
      for (const hour of hours) {
        const key = `${hour.principal}/${hour.hour.getTime()}/${hour.asPhysician}`
        const before = draws.get(key) ?? { ...hour, draws: 0, volume: 0n }
        const sum = { ...before, draws: before.draws + hour.draws, volume: before.volume + hour.volume }
        if (sum.draws === 0) draws.delete(key)
        else draws.set(key, sum)
      }
    },
  }
}
