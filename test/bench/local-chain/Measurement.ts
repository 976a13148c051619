import type { Cleanup } from '../../harness/createCleanup.ts'
import type { Figure } from '../Report.ts'

/** How much is measured. */
export type Sizes = {
  readonly rounds: number
  /** Transactions, and reads, of a round. */
  readonly round: number
  /** Transactions in the journal that is replayed. */
  readonly journal: number
  /** Transactions after which the memory is looked at. */
  readonly history: number
  readonly resets: number
}

/** One part of the benchmark. */
export type Measurement = (options: {
  cleanup: Cleanup
  sizes: Sizes
  tell: (progress: string) => void
}) => Promise<Figure[]>
