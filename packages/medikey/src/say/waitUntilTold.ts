import { setTimeout as wait } from 'node:timers/promises'
import type { Deps } from '@medikey/core'
import { listUnderWay } from './listUnderWay.ts'

const LOOK_EVERY_MS = 50
const PATIENCE_MS = 10_000
const DISTANT = new Date('9999-01-01T00:00:00Z')

/**
 * Waits until what a command set in motion is on chain, and every message of it is drawn.
 *
 * @param options.before ids of transactions that were under way before the command: nobody waits for those
 * @returns false where it takes longer than somebody at a terminal wants to wait
 */
export async function waitUntilTold(
  deps: Pick<Deps, 'store' | 'clock'>,
  options: { before: readonly string[]; signal: AbortSignal },
): Promise<boolean> {
  const { before, signal } = options
  const end = performance.now() + PATIENCE_MS
  for (;;) {
    signal.throwIfAborted()
    if (await isTold(deps, { before })) return true
    if (performance.now() > end) return false
    await wait(LOOK_EVERY_MS, undefined, { signal })
  }
}

/** The inclusion and its messages are one unit of work, so looking in this order misses none. */
async function isTold(
  deps: Pick<Deps, 'store' | 'clock'>,
  options: { before: readonly string[] },
): Promise<boolean> {
  const underWay = await listUnderWay(deps)
  if (underWay.some((id) => !options.before.includes(id))) return false
  const lanes = await deps.store.listDueLanes({ now: deps.clock.now(), staleBefore: DISTANT, limit: 1 })
  return lanes.length === 0
}
