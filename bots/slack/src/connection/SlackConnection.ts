import type { Messenger } from '@medikey/core'
import type { WebClient } from '@slack/web-api'
import type { SlackConfig } from './SlackConfig.ts'

/** A workspace that MediKey may speak in. */
export type SlackConnection = {
  readonly config: SlackConfig
  readonly client: WebClient
  /** Slack's team id. */
  readonly workspace: string
  readonly bot: { readonly userId: string; readonly botId: string | null }
  readonly messenger: Messenger
}
