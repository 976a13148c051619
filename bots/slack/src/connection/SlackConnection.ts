import type { Messenger } from '@medikey/core'
import type { SlackConfig } from './SlackConfig.ts'
import type { SlackWorkspace } from './SlackWorkspace.ts'

/** The workspace of the channels, and the others whose people MediKey answers too. */
export type SlackConnection = SlackWorkspace & {
  readonly config: SlackConfig
  /** All of them, the one of the channels first. */
  readonly workspaces: readonly [SlackWorkspace, ...SlackWorkspace[]]
  readonly messenger: Messenger
}
