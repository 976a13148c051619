import type { Writable } from 'node:stream'
import type { Deps, Messenger, Platform } from '@medikey/core'
import type { Config, Logger } from '@medikey/runtime'
import type { SlackApp } from '@medikey/slack'
import { toSlackConfig } from '../config/toSlackConfig.ts'
import { createTerminalMessenger } from '../terminal/createTerminalMessenger.ts'
import { terminalAccount } from '../terminal/terminalAccount.ts'
import type { Parts } from './Parts.ts'

/** The chat platforms of this process. */
export type OpenChat = {
  /** What cards and alerts go to, whichever process serves it. */
  readonly platforms: readonly Platform[]
  /** The one workspace of each platform. */
  readonly workspaces: Partial<Record<Platform, string>>
  /** The platforms that this process posts to. */
  readonly messengers: readonly Messenger[]
  /** Says of each channel that this process posts to, and that is closed to it, what to do. */
  findClosedChannels(): Promise<string[]>
  /** Makes the Slack app; null where this process does not listen to Slack. */
  createSlackApp(deps: Deps): SlackApp | null
}

/**
 * Opens the configured platforms; the demo's terminal where there is none and the chain is to be a local one.
 *
 * @throws BaseError when a platform refuses us
 */
export async function openChat(options: {
  config: Pick<Config, 'slack' | 'demo'>
  parts: Parts
  out: Writable
  logger: Logger
}): Promise<OpenChat> {
  const { config, parts, out, logger } = options
  if (config.slack === null) {
    const nothing = { findClosedChannels: async () => [], createSlackApp: () => null }
    if (!config.demo) return { ...nothing, platforms: [], workspaces: {}, messengers: [] }
    return {
      ...nothing,
      platforms: ['terminal'],
      workspaces: { terminal: terminalAccount('').workspace },
      messengers: parts.terminal ? [createTerminalMessenger({ out })] : [],
    }
  }
  // Bolt takes a while to load, so only who needs it waits for it.
  const { connectSlack, createSlackApp } = await import('@medikey/slack')
  // Also where another process speaks with Slack: the workspace says who an account without one is.
  const { channels } = config.slack
  const connection = await connectSlack({ config: toSlackConfig(config.slack), channels, logger })
  return {
    platforms: ['slack'],
    workspaces: { slack: connection.workspace },
    messengers: parts.slack ? [connection.messenger] : [],
    async findClosedChannels() {
      if (!parts.slack) return []
      const { checkSlackChannel } = await import('../check/checkSlackChannel.ts')
      const checks = await Promise.all(
        (['approvals', 'alerts'] as const).map((channel) =>
          checkSlackChannel(connection, { channel, channels }),
        ),
      )
      return checks.filter(({ ok }) => !ok).map(({ detail }) => detail)
    },
    createSlackApp: (deps) => (parts.slack ? createSlackApp(deps, { connection, logger }) : null),
  }
}
