import { LocalChainError } from './LocalChainError.ts'

/** A reorg was asked for that would orphan the genesis block. */
export class ReorgTooDeepError extends LocalChainError {
  override readonly name = 'ReorgTooDeepError'
  constructor({ blocks, deepest }: { blocks: number; deepest: number }) {
    super({
      code: 'LOCAL_CHAIN_REORG_TOO_DEEP',
      shortMessage: `${blocks} blocks cannot be orphaned, the genesis block has to stay: orphan at most ${deepest}.`,
    })
  }
}
