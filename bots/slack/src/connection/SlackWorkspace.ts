import type { WebClient } from '@slack/web-api'
import type { Team } from '../blocks/Team.ts'

/** A workspace that the app is installed in, and the bot that it is there. */
export type SlackWorkspace = Team & {
  readonly client: WebClient
  readonly bot: { readonly userId: string; readonly botId: string | null }
}
