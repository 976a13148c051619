import type { Deps, Messenger } from '@medikey/core'
import type { ChatApp } from './ChatApp.ts'

/** A chat platform that takes our token. */
export type ChatPlatform = {
  readonly platform: ChatApp['platform']
  /** What an account without a workspace means. */
  readonly workspace: string
  readonly messenger: Messenger
  /** What keeps it from working although it is reached, one sentence each that says what to do. */
  findProblems(): Promise<string[]>
  createApp(deps: Deps): ChatApp
}
