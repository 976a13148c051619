import type { Writable } from 'node:stream'
import type { Deps, Messenger, Platform } from '@medikey/core'
import type { Config, Logger } from '@medikey/runtime'
import { createTerminalMessenger } from '../terminal/createTerminalMessenger.ts'
import type { TerminalMessenger } from '../terminal/TerminalMessenger.ts'
import { terminalAccount } from '../terminal/terminalAccount.ts'
import type { ChatApp } from './ChatApp.ts'
import { openDiscord } from './openDiscord.ts'
import { openSlack } from './openSlack.ts'
import type { Parts } from './Parts.ts'

/** The chat platforms of this process. */
export type OpenChat = {
  /** What cards and alerts go to, whichever process serves it. */
  readonly platforms: readonly Platform[]
  /** Where the channels of each platform are: what an account without a workspace means. */
  readonly workspaces: Partial<Record<Platform, string>>
  /** The platforms that this process posts to. */
  readonly messengers: readonly Messenger[]
  /** The demo's chat, where this process draws it. */
  readonly terminal: TerminalMessenger | null
  /** Brings to each platform of this process what people need. Says what keeps it from working, one sentence each. */
  prepare(): Promise<string[]>
  /** Makes what listens to people: one for each platform that this process serves. */
  createApps(deps: Deps): ChatApp[]
}

/**
 * Opens the configured platforms; the demo's terminal where there is none and the chain is to be a local one.
 *
 * @throws BaseError when a platform refuses us
 */
export async function openChat(options: {
  config: Pick<Config, 'slack' | 'discord' | 'demo'>
  parts: Parts
  out: Writable
  logger: Logger
}): Promise<OpenChat> {
  const { config, parts, logger } = options
  // Also where another process speaks with a platform: the workspace says who an account without one is.
  const reached = await Promise.all([
    ...(config.slack === null ? [] : [openSlack({ slack: config.slack, logger })]),
    ...(config.discord === null ? [] : [openDiscord({ discord: config.discord, logger })]),
  ])
  if (reached.length === 0) return openTerminal(options)
  const served = reached.filter(({ platform }) => parts[platform])
  return {
    platforms: reached.map(({ platform }) => platform),
    workspaces: Object.fromEntries(reached.map(({ platform, workspace }) => [platform, workspace])),
    messengers: served.map(({ messenger }) => messenger),
    terminal: null,
    prepare: async () => (await Promise.all(served.map((platform) => platform.prepare()))).flat(),
    createApps: (deps) => served.map((platform) => platform.createApp(deps)),
  }
}

function openTerminal(options: Pick<Parameters<typeof openChat>[0], 'config' | 'parts' | 'out'>): OpenChat {
  const { config, parts, out } = options
  const terminal = config.demo && parts.terminal ? createTerminalMessenger({ out }) : null
  return {
    platforms: config.demo ? ['terminal'] : [],
    workspaces: config.demo ? { terminal: terminalAccount('').workspace } : {},
    messengers: terminal === null ? [] : [terminal],
    terminal,
    prepare: async () => [],
    createApps: () => [],
  }
}
