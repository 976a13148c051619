import type { Block } from './Block.ts'
import type { ContractLog } from './ContractLog.ts'
import type { DeployedContract } from './DeployedContract.ts'
import type { DroppedTransaction, MinedTransaction } from './TransactionRecord.ts'

/** Everything that the routes look up, kept so that no look-up walks the history. */
export type ChainIndex = {
  /** Height n stands at n − 1. */
  readonly blocks: Block[]
  /** By block hash and by index block hash. */
  readonly blocksByHash: Map<string, Block>
  readonly mined: Map<string, MinedTransaction>
  readonly minedInOrder: MinedTransaction[]
  readonly dropped: Map<string, DroppedTransaction>
  /** Oldest first. */
  readonly logs: Map<string, ContractLog[]>
  /** Every mined transaction that involves a principal, oldest first. */
  readonly byPrincipal: Map<string, MinedTransaction[]>
  readonly contracts: Map<string, DeployedContract>
  /** The chain's own accounts on top of the VM's balances: the next nonce, and what fees have cost. */
  readonly accounts: Map<string, { readonly nonce: bigint; readonly feesPaid: bigint }>
}
