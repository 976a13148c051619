import type { ContractEvent, ContractTransaction } from '@medikey/contract-client'
import type { EventProjection } from '../../model/Projection.ts'
import type { Ledger } from '../../ports/Ledger.ts'
import type { CallReader } from './createCallReader.ts'

/** Transactions beside those of the events that are read before one of them is asked for alone. */
const PAGES_IN_VAIN = 4

/**
 * Says where events stand, in the order of the chain. The contract's transactions tell it of many at once; a call that
 * came through another contract is asked for alone.
 *
 * @returns null when one of them is in no block any more: a reorg came between
 */
export async function locateEvents(
  ledger: Pick<Ledger, 'getTransaction'>,
  options: { events: readonly ContractEvent[]; calls: CallReader },
): Promise<EventProjection[] | null> {
  const { events, calls } = options
  const alone = new Map<string, ContractTransaction['block']>()
  const find = (txid: string) => calls.getBlock(txid) ?? alone.get(txid) ?? null
  const ask = async (txid: string) => {
    const block = (await ledger.getTransaction({ txid }))?.block ?? null
    if (block !== null) alone.set(txid, block)
    return block
  }

  const newest = events[0]
  if (newest === undefined) return []
  for (let tried = 0; find(newest.txid) === null && tried < PAGES_IN_VAIN; tried += 1) {
    if (!(await calls.readMore())) break
  }
  const top = find(newest.txid) ?? (await ask(newest.txid))
  if (top === null) return null
  await calls.readUpTo(top.height)

  const located: { event: EventProjection; txIndex: number }[] = []
  for (const event of events) {
    const block = find(event.txid) ?? (await ask(event.txid))
    if (block === null) return null
    const { height, hash, time, txIndex } = block
    located.push({ event: { ...event, blockHeight: height, blockHash: hash, blockTime: time }, txIndex })
  }
  return located
    .sort(
      (a, b) =>
        a.event.blockHeight - b.event.blockHeight ||
        a.txIndex - b.txIndex ||
        a.event.eventIndex - b.event.eventIndex,
    )
    .map(({ event }) => event)
}
