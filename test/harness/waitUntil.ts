import { setTimeout as pause } from 'node:timers/promises'

const LOOK_EVERY_MS = 20

/**
 * Looks again and again until there is something to see. For what tells nothing of itself; what does is awaited.
 *
 * @param options.what what is waited for, for the error
 * @param options.withinMs how long to look, in milliseconds
 * @param options.everyMs how often
 * @param options.look null or undefined: not yet; what it throws counts as not yet, and stands in the error
 * @param options.signal gives up at once when it aborts
 * @throws Error when the time is over
 * @example
 * const card = await waitUntil({ what: 'the card', withinMs: 10_000, look: () => slack.messages('C0APPROVE').at(0) })
 */
export async function waitUntil<T>(options: {
  what: string
  withinMs: number
  everyMs?: number
  look: () => Promise<T | null | undefined> | T | null | undefined
  signal?: AbortSignal
}): Promise<T> {
  const { what, withinMs, everyMs = LOOK_EVERY_MS, look, signal } = options
  const giveUpAt = performance.now() + withinMs
  let problem: unknown
  for (;;) {
    try {
      const seen = await look()
      if (seen !== null && seen !== undefined) return seen
    } catch (error) {
      problem = error
    }
    if (signal?.aborted) throw signal.reason
    if (performance.now() > giveUpAt)
      throw new Error(`There was no sight of ${what} within ${withinMs} ms.`, { cause: problem })
    await pause(everyMs)
  }
}
