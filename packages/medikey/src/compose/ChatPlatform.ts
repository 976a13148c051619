import type { Deps, Messenger } from '@medikey/core'
import type { ChatApp } from './ChatApp.ts'

/** A chat platform that takes our token. */
export type ChatPlatform = {
  readonly platform: ChatApp['platform']
  /** What an account without a workspace means. */
  readonly workspace: string
  readonly messenger: Messenger
  /** Brings there what people need before they come. Says what keeps it from working, one sentence each. */
  prepare(): Promise<string[]>
  createApp(deps: Deps): ChatApp
}
