import type { Block } from './Block.ts'
import type { ChainIndex } from './ChainIndex.ts'
import type { DeployedContract } from './DeployedContract.ts'
import { principalsOf } from './principalsOf.ts'
import type { MinedTransaction } from './TransactionRecord.ts'

/** Enters a block, with the transaction that it carries, into every index; `unindexBlock` takes it out again. */
export function indexBlock(
  index: ChainIndex,
  {
    block,
    mined,
    deployed,
  }: { block: Block; mined: MinedTransaction | null; deployed: DeployedContract | null },
): void {
  index.blocks.push(block)
  index.blocksByHash.set(block.hash, block)
  index.blocksByHash.set(block.indexHash, block)
  if (deployed !== null) index.contracts.set(deployed.contractId, deployed)
  if (mined === null) return

  const { transaction, execution } = mined
  index.mined.set(transaction.txid, mined)
  index.minedInOrder.push(mined)
  spend(index, transaction.sender.address, transaction.sponsor === null ? transaction.fee : 0n)
  if (transaction.sponsor !== null) spend(index, transaction.sponsor.address, transaction.fee)
  for (const principal of principalsOf(mined)) push(index.byPrincipal, principal, mined)
  execution.events.forEach((event, eventIndex) => {
    if (event.event !== 'print_event') return
    const { contract_identifier: contractId, topic, raw_value: value } = event.data
    push(index.logs, contractId, {
      height: block.height,
      eventIndex,
      txid: transaction.txid,
      contractId,
      topic,
      value,
    })
  })
}

function spend(index: ChainIndex, address: string, fee: bigint): void {
  const account = index.accounts.get(address) ?? { nonce: 0n, feesPaid: 0n }
  index.accounts.set(address, { nonce: account.nonce + 1n, feesPaid: account.feesPaid + fee })
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
