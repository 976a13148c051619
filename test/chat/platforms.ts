import type { Deps } from '@medikey/core'
import type { Cleanup } from '../harness/createCleanup.ts'
import type { Chat } from './Chat.ts'
import { openDiscordChat } from './openDiscordChat.ts'
import { openSlackChat } from './openSlackChat.ts'

/**
 * Opens a chat that ends with the cleanup.
 *
 * @param options.guard stands between the bot and what core is given
 */
export type OpenChat = (options: { cleanup: Cleanup; guard?: (deps: Deps) => Deps }) => Promise<Chat>

/** The chat platforms, with the ways in which each reaches MediKey. */
export const platforms: readonly {
  readonly name: string
  readonly ways: readonly { readonly way: string; readonly open: OpenChat }[]
}[] = [
  {
    name: 'Slack',
    ways: [
      { way: 'over HTTP', open: (options) => openSlackChat({ mode: 'http', ...options }) },
      { way: 'in Socket Mode', open: (options) => openSlackChat({ mode: 'socket', ...options }) },
    ],
  },
  { name: 'Discord', ways: [{ way: 'at the gateway', open: openDiscordChat }] },
]
