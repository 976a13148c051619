import { LocalChainError } from './LocalChainError.ts'

/** A file of the Clarinet project is not where it should be. */
export class ProjectNotFoundError extends LocalChainError {
  override readonly name = 'ProjectNotFoundError'
  constructor({ path, what, cause }: { path: string; what: string; cause?: unknown }) {
    super({
      code: 'LOCAL_CHAIN_PROJECT_NOT_FOUND',
      shortMessage: `${what} was not found at ${path}: give the path of a Clarinet project that has it.`,
      cause,
    })
  }
}
