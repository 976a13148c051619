import { LocalChainError } from './LocalChainError.ts'

/** Neither the working directory nor one above it has a Clarinet.toml. */
export class ManifestNotFoundError extends LocalChainError {
  override readonly name = 'ManifestNotFoundError'
  constructor({ cwd }: { cwd: string }) {
    super({
      code: 'LOCAL_CHAIN_MANIFEST_NOT_FOUND',
      shortMessage: `There is no Clarinet.toml in ${cwd} or above it: go to a Clarinet project, make one with \`clarinet new <name>\`, or name one with --manifest <path>.`,
    })
  }
}
