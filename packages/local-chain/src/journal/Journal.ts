import type { JournalEntry } from './JournalEntry.ts'

/** Where a chain writes what happens before it counts. */
export type Journal = {
  /**
   * Hands the entry to the operating system before it returns: a killed process loses nothing.
   *
   * @throws JournalWriteError when it could not; nothing of the entry stands then.
   */
  readonly append: (entry: JournalEntry) => void
  readonly close: () => void
}
