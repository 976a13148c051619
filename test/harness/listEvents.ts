import type { ContractEvent } from '@medikey/contract-client'
import type { Chain } from './startChain.ts'

/** Everything that the contract ever printed, oldest first. */
export async function listEvents(chain: Chain): Promise<ContractEvent[]> {
  const newestFirst: ContractEvent[] = []
  let page = await chain.client.getContractEvents()
  for (;;) {
    newestFirst.push(...page.events)
    if (page.olderCursor === null) return newestFirst.reverse()
    page = await chain.client.getContractEvents({ cursor: page.olderCursor })
  }
}
