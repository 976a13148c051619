import { LocalChainError } from './LocalChainError.ts'

/** The journal could not be written; what was about to happen has not happened. */
export class JournalWriteError extends LocalChainError {
  override readonly name = 'JournalWriteError'
  constructor({ path, cause }: { path: string; cause: unknown }) {
    super({
      code: 'LOCAL_CHAIN_JOURNAL_WRITE',
      shortMessage: `The chain's journal ${path} could not be written: free space on the disk and try again.`,
      retryable: true,
      cause,
    })
  }
}
