import { LocalChainError } from './LocalChainError.ts'

/** `createLocalChain` was called with options that make no sense. */
export class OptionsInvalidError extends LocalChainError {
  override readonly name = 'OptionsInvalidError'
  constructor({ problems }: { problems: readonly string[] }) {
    super({
      code: 'LOCAL_CHAIN_OPTIONS_INVALID',
      shortMessage: `The local chain's options are wrong, correct them: ${problems.join('; ')}.`,
    })
  }
}
