import type { DiscordConfig, Logger } from '@medikey/runtime'
import { toDiscordConfig } from '../config/toDiscordConfig.ts'
import type { ChatPlatform } from './ChatPlatform.ts'

/**
 * Asks Discord who the token is for, and which server the channels are in.
 *
 * @throws DiscordConnectionError when Discord refuses us
 */
export async function openDiscord(options: {
  discord: DiscordConfig
  logger: Logger
}): Promise<ChatPlatform> {
  const { discord, logger } = options
  const { channels } = discord
  // discord.js takes a while to load, so only who needs it waits for it.
  const { connectDiscord, createDiscordApp } = await import('@medikey/discord')
  const connection = await connectDiscord({ config: toDiscordConfig(discord), channels, logger })
  return {
    platform: 'discord',
    workspace: connection.workspace,
    messenger: connection.messenger,
    async prepare() {
      const [{ checkDiscordChannels }, { keepCommands }] = await Promise.all([
        import('../check/checkDiscordChannels.ts'),
        import('../discord/keepCommands.ts'),
      ])
      const [checks, problems] = await Promise.all([
        checkDiscordChannels(connection, { channels }),
        keepCommands(connection, { logger }),
      ])
      return [...checks.filter(({ ok }) => !ok).map(({ detail }) => detail), ...problems]
    },
    createApp: (deps) => ({ platform: 'discord', ...createDiscordApp(deps, { connection, logger }) }),
  }
}
