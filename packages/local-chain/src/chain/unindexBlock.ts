import type { Block } from './Block.ts'
import type { ChainIndex } from './ChainIndex.ts'
import { principalsOf } from './principalsOf.ts'
import type { MinedTransaction } from './TransactionRecord.ts'

/**
 * Takes the newest block out of every index, as if it had never been entered. This costs what the block
 * holds, however long the chain is: in every list what came last stands at the end.
 *
 * @returns The transaction that it carried.
 */
export function unindexBlock(index: ChainIndex, { block }: { block: Block }): MinedTransaction | null {
  index.blocks.pop()
  index.blocksByHash.delete(block.hash)
  index.blocksByHash.delete(block.indexHash)
  const mined = block.txid === null ? undefined : index.mined.get(block.txid)
  if (mined === undefined) return null

  const { transaction, execution } = mined
  const { txid, sender, sponsor, fee, payload } = transaction
  index.mined.delete(txid)
  index.minedInOrder.pop()
  unspend(index, sender.address, sponsor === null ? fee : 0n)
  if (sponsor !== null) unspend(index, sponsor.address, fee)
  for (const principal of principalsOf(mined)) pop(index.byPrincipal, principal)
  for (const event of execution.events) {
    if (event.event === 'print_event') pop(index.logs, event.data.contract_identifier)
  }
  if (payload.type === 'smart_contract' && index.contracts.get(payload.contractId)?.txid === txid)
    index.contracts.delete(payload.contractId)
  return mined
}

function unspend(index: ChainIndex, address: string, fee: bigint): void {
  const account = index.accounts.get(address)
  if (account === undefined) return
  if (account.nonce === 1n) index.accounts.delete(address)
  else index.accounts.set(address, { nonce: account.nonce - 1n, feesPaid: account.feesPaid - fee })
}

function pop<T>(map: Map<string, T[]>, key: string): void {
  const list = map.get(key)
  list?.pop()
  if (list?.length === 0) map.delete(key)
}
