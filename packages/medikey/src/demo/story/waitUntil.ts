import { setTimeout as wait } from 'node:timers/promises'
import { BaseError } from '@medikey/errors'
import type { Stage } from './Stage.ts'

const INTERVAL_MS = 100

/**
 * Looks again and again until there is something to see.
 *
 * @param options.what ends the sentence "The demo's story waited … for"
 * @throws BaseError STORY_STALLED after the stage's time limit; the signal's reason when it is aborted
 */
export async function waitUntil<T>(
  stage: Pick<Stage, 'signal' | 'timeoutMs'>,
  options: { what: string; look: () => Promise<T | null> },
): Promise<T> {
  const { signal, timeoutMs } = stage
  const end = performance.now() + timeoutMs
  for (;;) {
    signal.throwIfAborted()
    const seen = await options.look()
    if (seen !== null) return seen
    if (performance.now() > end) {
      throw new BaseError({
        code: 'STORY_STALLED',
        shortMessage: `The demo's story waited ${timeoutMs} ms for ${options.what}.`,
        userMessage: `The demo's story waited ${Math.round(timeoutMs / 1000)} s for ${options.what} and stopped. Start again and it goes on from there.`,
      })
    }
    await wait(INTERVAL_MS, undefined, { signal })
  }
}
