/** Where something stands among what the follower read. Survives a rebuild of the projection. */
export type ChangeCursor = {
  readonly blockHeight: number
  readonly txid: string
  readonly eventIndex: number
}

/** What a monitor remembers between two looks, and how its last runs went. */
export type MonitorState = {
  readonly monitor: string
  /** The newest event that it judged; null before the first. */
  readonly cursor: ChangeCursor | null
  /** The newest failed call that it judged. */
  readonly failedCallCursor: ChangeCursor | null
  /** The clock at its last completed look: windows of time begin there. Null also after its settings changed. */
  readonly lookedAt: Date | null
  /** Its settings at that look, as text; other ones now begin the windows of time anew. */
  readonly settings: string
  readonly startedAt: Date | null
  readonly completedAt: Date | null
  readonly failedAt: Date | null
  /** A word for the last failure, such as an error's code; null once it completed again. */
  readonly failure: string | null
}
