import { LocalChainError } from './LocalChainError.ts'

/** The journal cannot be replayed: something other than its last line is damaged. */
export class JournalCorruptError extends LocalChainError {
  override readonly name = 'JournalCorruptError'
  constructor({
    path,
    line,
    problem,
    cause,
  }: { path: string; line: number; problem: string; cause?: unknown }) {
    super({
      code: 'LOCAL_CHAIN_JOURNAL_CORRUPT',
      shortMessage: `The chain's journal ${path} cannot be replayed from line ${line} (${problem}): restore the file or start over with --fresh.`,
      cause,
    })
  }
}
