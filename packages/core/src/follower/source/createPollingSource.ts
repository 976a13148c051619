import type { ContractEvent } from '@medikey/contract-client'
import type { Checkpoint, EventProjection } from '../../model/Projection.ts'
import type { ChainBatch, ChainSource } from '../../ports/ChainSource.ts'
import type { Ledger } from '../../ports/Ledger.ts'
import { readAhead } from '../readAhead.ts'
import { type CallReader, createCallReader } from './createCallReader.ts'
import { eventHistory } from './eventHistory.ts'
import { locateEvents } from './locateEvents.ts'
import { readUpwards } from './readUpwards.ts'

/** Events in a batch, at least: few enough to leave the embedded store's one session to others in between. */
const BATCH = 500

/**
 * Reads the contract's history from the API's pages: of its events, and of its transactions, which tell where many
 * events stand and which calls were refused. Of each the next page is on its way while the present one is worked on.
 *
 * @example
 * const source = createPollingSource(ledger)
 * for await (const batch of source.read({ from: await store.getCheckpoint() })) …
 */
export function createPollingSource(ledger: Ledger): ChainSource {
  const history = eventHistory(ledger)
  // What the newest page held at that checkpoint: tells what is new also where a page is in disorder.
  let seen: { at: string; keys: ReadonlySet<string> } | null = null

  return {
    async *read({ from }) {
      const calls = createCallReader(ledger, { from: from?.calls ?? null })
      try {
        yield* readBatches({ from, calls })
      } finally {
        await calls.close()
      }
    },
  }

  async function* readBatches(options: {
    from: Checkpoint | null
    calls: CallReader
  }): AsyncGenerator<ChainBatch | null> {
    const { from, calls } = options
    const known = from?.event ?? null
    const isKnown =
      known === null
        ? null
        : ({ txid, eventIndex }: ContractEvent) => txid === known.txid && eventIndex === known.eventIndex
    let held = seen !== null && seen.at === JSON.stringify(known) ? seen.keys : null
    let waiting: EventProjection[] = []
    let event = known
    let last = from

    for await (const page of readAhead(readUpwards(history, { isKnown, cursor: known?.cursor ?? null }))) {
      const fresh = leaveOut(page.items, { held, isKnown, toKey: history.toKey })
      held = new Set(page.items.map(history.toKey))
      const located = await locateEvents(ledger, { events: fresh, calls })
      // A reorg came between: what it left is read in the next round.
      if (located === null) {
        yield null
        return
      }
      waiting.push(...located)
      const newest = waiting.at(-1)
      if (newest !== undefined)
        event = { txid: newest.txid, eventIndex: newest.eventIndex, cursor: page.cursor }
      if (newest === undefined || waiting.length < BATCH || page.isNewest) continue
      last = coverUpTo(newest, { event, end: calls.getEnd() })
      yield {
        events: waiting,
        failedCalls: await calls.takeUpTo(newest.blockHeight),
        checkpoint: last,
      }
      waiting = []
    }

    while (await calls.readMore());
    const end = calls.getEnd()
    const failedCalls = await calls.takeUpTo(Number.POSITIVE_INFINITY)
    const checkpoint = coverAll({ last, newest: waiting.at(-1), event, end })
    seen = held === null ? null : { at: JSON.stringify(event), keys: held }
    if (checkpoint === null) return
    if (waiting.length > 0 || failedCalls.length > 0 || isFurther(checkpoint, last))
      yield { events: waiting, failedCalls, checkpoint }
  }
}

function leaveOut(
  items: readonly ContractEvent[],
  options: {
    held: ReadonlySet<string> | null
    isKnown: ((event: ContractEvent) => boolean) | null
    toKey: (event: ContractEvent) => string
  },
): ContractEvent[] {
  const { held, isKnown, toKey } = options
  const distinct = [...new Map(items.map((item) => [toKey(item), item])).values()]
  if (held !== null) return distinct.filter((item) => !held.has(toKey(item)))
  const end = isKnown === null ? -1 : distinct.findIndex(isKnown)
  return end < 0 ? distinct : distinct.slice(0, end)
}

type End = ReturnType<CallReader['getEnd']>

/** While there are more events, the transactions count as read up to the newest event's block. */
function coverUpTo(newest: EventProjection, options: { event: Checkpoint['event']; end: End }): Checkpoint {
  const { event, end } = options
  const { blockHeight, blockHash } = newest
  const calls = end === null ? null : { height: Math.min(end.height, blockHeight), cursor: end.cursor }
  return { blockHeight, blockHash, event, calls }
}

function coverAll(options: {
  last: Checkpoint | null
  newest: EventProjection | undefined
  event: Checkpoint['event']
  end: End
}): Checkpoint | null {
  const { last, newest, event, end } = options
  const blocks = [
    ...(last === null ? [] : [last]),
    ...(newest === undefined ? [] : [newest]),
    ...(end === null ? [] : [{ blockHeight: end.height, blockHash: end.hash }]),
  ]
  const [first, ...others] = blocks
  if (first === undefined) return null
  const { blockHeight, blockHash } = others.reduce(
    (highest, block) => (block.blockHeight > highest.blockHeight ? block : highest),
    first,
  )
  const calls = end === null ? (last?.calls ?? null) : { height: end.height, cursor: end.cursor }
  return { blockHeight, blockHash, event, calls }
}

function isFurther(checkpoint: Checkpoint, last: Checkpoint | null): boolean {
  return checkpoint.blockHeight !== last?.blockHeight || checkpoint.calls?.height !== last.calls?.height
}
