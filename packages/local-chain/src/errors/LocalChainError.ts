import { BaseError } from '@medikey/errors'

/** The base of everything that can keep a local chain from starting or from going on. */
export class LocalChainError extends BaseError {
  override readonly name: string = 'LocalChainError'
}
