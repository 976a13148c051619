import type { Platform } from './Platform.ts'

/** A person's account on a chat platform: the same user id in two workspaces is two accounts. */
export type Account = {
  readonly platform: Platform
  /** Slack's team id, Discord's guild id. */
  readonly workspace: string
  readonly userId: string
}
