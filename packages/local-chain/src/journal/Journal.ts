import type { JournalEntry } from './JournalEntry.ts'

/** Where a chain writes what happens before it counts. */
export type Journal = {
  /**
   * Hands the entry to the operating system before it returns: a killed process loses nothing.
   *
   * @throws JournalWriteError when it could not; nothing of the entry stands then.
   */
  readonly append: (entry: JournalEntry) => void
  /**
   * Forgets what stands in it and begins with these entries.
   *
   * @throws JournalWriteError when it could not; what stood in it may be gone then.
   */
  readonly restart: (entries: readonly JournalEntry[]) => void
  readonly close: () => void
}
