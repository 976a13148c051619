import type { Messenger } from '@medikey/core'
import type { REST } from 'discord.js'
import type { DiscordConfig } from './DiscordConfig.ts'

/** A server that MediKey may speak in; Discord's API calls it a guild. */
export type DiscordConnection = {
  readonly config: DiscordConfig
  /** For what the bot does by itself. */
  readonly rest: REST
  /** For answers to what people do. */
  readonly answers: REST
  readonly applicationId: string
  /** The guild's id. */
  readonly workspace: string
  readonly bot: { readonly userId: string }
  readonly messenger: Messenger
}
