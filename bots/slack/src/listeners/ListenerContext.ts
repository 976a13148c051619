import type { Deps } from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import type { SlackConnection } from '../connection/SlackConnection.ts'

/** What every listener is given. */
export type ListenerContext = {
  readonly deps: Deps
  readonly connection: SlackConnection
  readonly logger: Logger
  /** Work that was acknowledged and is not done; a shutdown waits for it. */
  readonly running: Set<Promise<void>>
}
