import type { Messenger } from '@medikey/core'
import type { Shown } from './Shown.ts'

/** A chat on a terminal, which also tells what it shows. */
export type TerminalMessenger = Messenger & {
  /** Calls back with each message from now on, as it is drawn, until the function that it returns is called. */
  listen(listener: (shown: Shown) => void): () => void
}
