import type { Messenger } from '@medikey/core'
import type { WebClient } from '@slack/web-api'
import type { Team } from '../blocks/Team.ts'
import type { SlackConfig } from './SlackConfig.ts'

/** A workspace that MediKey may speak in. */
export type SlackConnection = Team & {
  readonly config: SlackConfig
  readonly client: WebClient
  readonly bot: { readonly userId: string; readonly botId: string | null }
  readonly messenger: Messenger
}
