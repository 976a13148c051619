import { LocalChainError } from './LocalChainError.ts'

/** A contract of another network that the project requires is not in Clarinet's cache. */
export class RequirementMissingError extends LocalChainError {
  override readonly name = 'RequirementMissingError'
  constructor({ contractId, path, cause }: { contractId: string; path: string; cause: unknown }) {
    super({
      code: 'LOCAL_CHAIN_REQUIREMENT_MISSING',
      shortMessage: `The project requires ${contractId}, which the local chain does not fetch and did not find at ${path}: run \`clarinet check\` once, which fetches it, and start again.`,
      cause,
    })
  }
}
