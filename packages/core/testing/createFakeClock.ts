import type { Clock } from '../src/ports/Clock.ts'

/** A clock that stands still until the test turns it. */
export type FakeClock = Clock & {
  /** Jumps to an instant, also backwards. */
  set(now: Date): void
  /** Moves forward by milliseconds. */
  advance(ms: number): void
}

/**
 * Makes a clock for tests.
 *
 * @param options.now where it starts; 2026-01-01T09:00:00Z unless told
 * @example
 * const clock = createFakeClock()
 * clock.advance(24 * 60 * 60 * 1000)
 */
export function createFakeClock(options: { now?: Date } = {}): FakeClock {
  let now = (options.now ?? new Date('2026-01-01T09:00:00.000Z')).getTime()
  return {
    now: () => new Date(now),
    set(at) {
      now = at.getTime()
    },
    advance(ms) {
      now += ms
    },
  }
}
