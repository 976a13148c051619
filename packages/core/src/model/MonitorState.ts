/** Where something stands among what the follower read. Survives a rebuild of the projection. */
export type ChangeCursor = {
  readonly blockHeight: number
  readonly txid: string
  readonly eventIndex: number
}

/** How the last runs of a monitor, or of another job, went. */
export type MonitorRun = {
  readonly startedAt: Date | null
  readonly completedAt: Date | null
  readonly failedAt: Date | null
  /** A word for the last failure, such as an error's code; null once it completed again. */
  readonly failure: string | null
  /** By when it is to have completed again; null for what nobody waits for, such as a monitor that is switched off. */
  readonly dueBy: Date | null
}

/** What a monitor remembers between two looks, and how its last runs went. */
export type MonitorState = MonitorRun & {
  readonly monitor: string
  /** The newest event that it judged; null before the first. */
  readonly cursor: ChangeCursor | null
  /** The newest failed call that it judged. */
  readonly failedCallCursor: ChangeCursor | null
  /** The clock at its last completed look: windows of time begin there. */
  readonly lookedAt: Date | null
  /** Its settings at that look, as text; other ones now begin the windows of time anew. */
  readonly settings: string
  /**
   * How often this was saved or taken back: of two processes that look from the same state one may save what it saw, and
   * none may when a reorg took something back meanwhile.
   */
  readonly looks: number
}
