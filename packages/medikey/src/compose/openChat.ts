import type { Writable } from 'node:stream'
import type { Deps, Messenger, Platform } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import type { Config, Logger, SlackConfig } from '@medikey/runtime'
import { connectSlack, createSlackApp, type SlackApp } from '@medikey/slack'
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
  /** Makes the Slack app; null where this process does not listen to Slack. */
  createSlackApp(deps: Deps): SlackApp | null
}

/**
 * Opens the configured platforms; the demo's terminal where there is none and the chain is to be a local one.
 *
 * @throws BaseError when a platform refuses us, or one is asked for that is not configured
 */
export async function openChat(options: {
  config: Config
  parts: Parts
  out: Writable
  logger: Logger
  isNamed: boolean
}): Promise<OpenChat> {
  const { config, parts, out, logger, isNamed } = options
  if (config.discord !== null) {
    throw new BaseError({
      code: 'DISCORD_UNSUPPORTED',
      shortMessage: 'This version of MediKey has no Discord bot: take DISCORD_TOKEN out of the environment.',
    })
  }
  if (config.slack === null) {
    if (isNamed && parts.slack) {
      throw new BaseError({
        code: 'SLACK_NOT_CONFIGURED',
        shortMessage:
          '--only names slack, but Slack is not configured: set SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET.',
      })
    }
    if (!config.demo) return { platforms: [], workspaces: {}, messengers: [], createSlackApp: () => null }
    return {
      platforms: ['terminal'],
      workspaces: { terminal: terminalAccount('').workspace },
      messengers: parts.terminal ? [createTerminalMessenger({ out })] : [],
      createSlackApp: () => null,
    }
  }
  const { slack: channels } = config.channels
  if (channels === null) throw new Error('the configuration names no channels for Slack')
  // Also where another process speaks with Slack: the workspace says who an account without one is.
  const connection = await connectSlack({ config: toSlackConfig(config.slack), channels, logger })
  return {
    platforms: ['slack'],
    workspaces: { slack: connection.workspace },
    messengers: parts.slack ? [connection.messenger] : [],
    createSlackApp: (deps) => (parts.slack ? createSlackApp(deps, { connection, logger }) : null),
  }
}

function toSlackConfig(config: SlackConfig): Parameters<typeof connectSlack>[0]['config'] {
  const { apiUrl } = config
  const botToken = config.botToken.reveal()
  return config.mode === 'socket'
    ? { mode: 'socket', botToken, apiUrl, appToken: config.appToken.reveal() }
    : { mode: 'http', botToken, apiUrl, signingSecret: config.signingSecret.reveal() }
}
