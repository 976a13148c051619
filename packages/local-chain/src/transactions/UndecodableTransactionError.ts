import { LocalChainError } from '../errors/LocalChainError.ts'

/** Bytes that are no Stacks transaction. */
export class UndecodableTransactionError extends LocalChainError {
  override readonly name = 'UndecodableTransactionError'
  constructor({ problem, cause }: { problem: string; cause?: unknown }) {
    super({
      code: 'LOCAL_CHAIN_TRANSACTION_UNDECODABLE',
      shortMessage: `Failed to deserialize posted transaction: ${problem}`,
      cause,
    })
  }
}
