import type { ContractEvent } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import type { Checkpoint } from '../model/Projection.ts'

const PAGE = 100

/**
 * Every event that came after the checkpoint, oldest first: pages from the newest one back to it.
 *
 * @param checkpoint null: from the contract's first event
 * @throws NodeUnreachableError and other retryable errors
 */
export async function readSince(
  deps: Pick<Deps, 'ledger'>,
  checkpoint: Checkpoint | null,
): Promise<ContractEvent[]> {
  const newestFirst: ContractEvent[] = []
  let cursor: string | undefined
  for (;;) {
    const page = await deps.ledger.getContractEvents(
      cursor === undefined ? { limit: PAGE } : { cursor, limit: PAGE },
    )
    for (const event of page.events) {
      if (event.txid === checkpoint?.event?.txid && event.eventIndex === checkpoint.event.eventIndex) {
        return newestFirst.reverse()
      }
      newestFirst.push(event)
    }
    if (page.olderCursor === null) return newestFirst.reverse()
    cursor = page.olderCursor
  }
}
