import type { Deps } from '../Deps.ts'
import type { ChainSource } from '../ports/ChainSource.ts'
import { applyBatch } from './applyBatch.ts'
import { findFork } from './findFork.ts'
import { isStillCanonical } from './isStillCanonical.ts'
import { readAhead } from './readAhead.ts'
import { rollBack } from './rollBack.ts'
import { settleCursors } from './settleCursors.ts'
import { settleReorg } from './settleReorg.ts'
import { createPollingSource } from './source/createPollingSource.ts'

/** How far below the chain's newest block no reorg reaches while a page is read: some hours of blocks. */
const SETTLED_AFTER = 1_000

/** What a round brought. */
export type Followed = {
  /** Events that were new. */
  readonly events: number
  /** Refused calls that were new. */
  readonly failedCalls: number
  /** Events that a reorg took. */
  readonly undone: number
  /** The newest block that something was read from; null when nothing came. */
  readonly blockHeight: number | null
}

/**
 * Reads what came since the last call into the projection, oldest first. What a reorg took is taken back before.
 *
 * @param options.source where the history comes from; the API's pages unless told
 * @param options.signal ends the round after the present batch
 * @param options.onBatch hears of each batch once it is stored, and before of what a reorg took
 * @returns what came, and whether everything was read that there was: a round ends early where a node lags, a reorg
 * came between, another follower wrote or the signal came
 * @throws NodeUnreachableError and other retryable errors: what was read before is kept
 * @example
 * const { events } = await followOnce(deps)
 */
export async function followOnce(
  deps: Deps,
  options: {
    source?: ChainSource
    signal?: AbortSignal
    onBatch?: (followed: Followed) => void
  } = {},
): Promise<Followed & { readonly isComplete: boolean }> {
  const { source = createPollingSource(deps.ledger), signal, onBatch } = options
  let from = await deps.store.getCheckpoint()
  let followed: Followed = { events: 0, failedCalls: 0, undone: 0, blockHeight: null }
  if (from !== null) {
    const fork = await findFork(deps, from)
    if (fork === 'unknown') return { ...followed, isComplete: false }
    if (fork !== 'canonical') {
      const undone = await rollBack(deps, { to: fork.shared, from })
      if (undone === null) return { ...followed, isComplete: false }
      followed = { ...followed, undone }
      onBatch?.(followed)
      from = await deps.store.getCheckpoint()
    }
  }
  let settledHeight: number | null = null
  for await (const batch of readAhead(source.read({ from }))) {
    if (batch === null) return { ...followed, isComplete: false }
    // Of a long history most is too old for that, and is not asked for block by block.
    if (followed.blockHeight !== null)
      settledHeight ??= (await deps.ledger.getTip()).blockHeight - SETTLED_AFTER
    const isSettled = settledHeight !== null && batch.checkpoint.blockHeight <= settledHeight
    // A reorg came while it was read: the next round takes back what it took, and reads again.
    if (!isSettled && !(await isStillCanonical(deps, { batch, from })))
      return { ...followed, isComplete: false }
    const applied = await applyBatch(deps, { batch, from })
    // Another follower wrote meanwhile: what it left is read in the next round.
    if (applied === null) return { ...followed, isComplete: false }
    from = batch.checkpoint
    followed = {
      events: followed.events + applied.events,
      failedCalls: followed.failedCalls + applied.failedCalls,
      undone: followed.undone,
      blockHeight: batch.checkpoint.blockHeight,
    }
    onBatch?.(followed)
    if (signal?.aborted === true) return { ...followed, isComplete: false }
  }
  await settleCursors(deps)
  await settleReorg(deps, { from })
  return { ...followed, isComplete: true }
}
