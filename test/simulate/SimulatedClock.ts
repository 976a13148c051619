import type { Clock } from '@medikey/core'

/** A clock that stands still until it is set. */
export type SimulatedClock = Clock & { set(at: Date): void }
