import { performance } from 'node:perf_hooks'
import { MessengerError } from '@medikey/core'

/**
 * How long after its beginning an attempt may still start to post. With the time limit of one call this stays below
 * the time for which core keeps others from trying the same: later, somebody else may be posting it already.
 */
const START_WITHIN_MS = 1500

/** Measures an attempt to post something that takes several calls. */
export function startBudget(): { check(options: { maybePosted: boolean }): void } {
  const start = performance.now()
  return {
    check({ maybePosted }) {
      if (performance.now() - start <= START_WITHIN_MS) return
      throw new MessengerError({
        platform: 'slack',
        shortMessage: 'Slack answered too slowly to post in time.',
        retryAfterMs: 1000,
        ambiguous: maybePosted,
      })
    },
  }
}
