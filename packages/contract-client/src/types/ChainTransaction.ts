import type { ContractError } from '../errors/contract/ContractError.ts'
import type { ChainTransactionStatus } from './ChainTransactionStatus.ts'

/** A transaction as the node knows it now. */
export type ChainTransaction = {
  /** `0x` and 64 hex digits. */
  readonly txid: string
  readonly status: ChainTransactionStatus
  readonly sender: string
  readonly nonce: bigint
  /** µSTX. */
  readonly fee: bigint
  /** Where it was mined; null while it waits and when it was dropped. */
  readonly block: {
    readonly height: number
    readonly hash: string
    readonly time: Date
    readonly txIndex: number
  } | null
  /** What the contract answered when it refused a call of one of its own functions; else null. */
  readonly contractError: ContractError | null
  /** What the VM said of a transaction that it aborted, such as a contract that does not pass its analysis. */
  readonly vmError: string | null
  /** The transaction that took its nonce with a higher fee. */
  readonly replacedBy: string | null
}
