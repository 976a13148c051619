import type { Deps } from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import type { DiscordConnection } from '../connection/DiscordConnection.ts'

/** What every listener is given. */
export type ListenerContext = {
  readonly deps: Deps
  readonly connection: DiscordConnection
  readonly logger: Logger
  /** Work that is not done; a shutdown waits for it. */
  readonly running: Set<Promise<void>>
}
