import type { TickStore } from '../../src/ports/MonitorStore.ts'
import type { MemoryState } from './MemoryState.ts'

const KEPT_MS = 86_400_000

/** Hands each moment of the schedule to the first who asks. `write` runs a change as a transaction of its own. */
export function createTickStore(write: <T>(change: (draft: MemoryState) => T) => Promise<T>): TickStore {
  return {
    claimTick: ({ key, at }) =>
      write(({ ticks }) => {
        if (ticks.has(key)) return false
        for (const [other, then] of ticks) if (then.getTime() < at.getTime() - KEPT_MS) ticks.delete(other)
        ticks.set(key, at)
        return true
      }),
  }
}
