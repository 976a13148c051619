import { LocalChainError } from './LocalChainError.ts'

/** The faucet could not give what it was asked for. */
export class FaucetRefusedError extends LocalChainError {
  override readonly name = 'FaucetRefusedError'
  constructor({ problem }: { problem: string }) {
    super({ code: 'LOCAL_CHAIN_FAUCET_REFUSED', shortMessage: `The faucet gives nothing: ${problem}.` })
  }
}
