import { LocalChainError } from './LocalChainError.ts'

/** A file of the Clarinet project says something the local chain cannot use. */
export class ProjectInvalidError extends LocalChainError {
  override readonly name = 'ProjectInvalidError'
  constructor({ path, problem, cause }: { path: string; problem: string; cause?: unknown }) {
    super({
      code: 'LOCAL_CHAIN_PROJECT_INVALID',
      shortMessage: `${path} cannot be used: ${problem}. Correct the file and start again.`,
      cause,
    })
  }
}
