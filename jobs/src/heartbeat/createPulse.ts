import type { Clock } from '@medikey/core'
import { BaseError } from '@medikey/errors'

const CHAIN_ERRORS: readonly string[] = ['NODE_UNREACHABLE', 'RATE_LIMITED', 'UNEXPECTED_ANSWER']

/** How long a loop may go without a completed round; every one of them goes round several times a minute. */
const WITHIN_MS = 120_000

/** Knows which loops of this process complete in their time. */
export type Pulse = {
  /**
   * Watches what is done again and again, from now on: each completed round counts. So does one that fails because the
   * chain cannot be read, of which an alert tells; whatever else fails keeps MediKey from telling.
   *
   * @returns the same round, watched
   */
  watch(name: string, run: () => Promise<unknown>): () => Promise<void>
  /** Loops that have not completed in their time; empty while all is well. */
  listOverdue(): string[]
}

/**
 * Makes the pulse of a process: what counts is that something completes, not that it is scheduled or runs.
 *
 * @example
 * const pulse = createPulse({ clock })
 * const sweep = pulse.watch('deliveries', delivery.sweep)
 */
export function createPulse(options: { clock: Clock }): Pulse {
  const { clock } = options
  const completed = new Map<string, number>()
  const note = (name: string) => void completed.set(name, clock.now().getTime())
  return {
    watch(name, run) {
      note(name)
      return async () => {
        try {
          await run()
        } catch (error) {
          if (isOfChain(error)) note(name)
          throw error
        }
        note(name)
      }
    },
    listOverdue() {
      const now = clock.now().getTime()
      // A clock that was set back makes nothing overdue, and is forgiven once it has caught up.
      return [...completed].flatMap(([name, at]) => (now - at > WITHIN_MS ? [name] : []))
    },
  }
}

function isOfChain(error: unknown): boolean {
  return error instanceof BaseError && CHAIN_ERRORS.includes(error.code)
}
