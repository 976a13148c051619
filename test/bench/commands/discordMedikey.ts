import { createDirectory } from '@medikey/core'
import { createClinic } from '@medikey/core/testing'
import { connectDiscord, createDiscordApp, registerCommands } from '@medikey/discord'
import { createLogger } from '@medikey/runtime'
import { listIdentities } from '../../chat/listIdentities.ts'
import { liftRateLimit } from './liftRateLimit.ts'

/**
 * MediKey's app on a double of Discord, over core with its store and its ledger in memory: what is measured is the way of
 * a command through the bot and core. Run as a process of its own.
 */
async function main(): Promise<void> {
  liftRateLimit()
  const { DISCORD_API_URL: apiUrl = '', DISCORD_TOKEN: token = '', CHANNELS = '', USERS = '' } = process.env
  // As in production: what happens is logged, and goes somewhere.
  const logger = createLogger({ level: 'info', name: 'medikey' })
  const connection = await connectDiscord({
    config: { token, apiUrl },
    channels: JSON.parse(CHANNELS),
    logger,
  })
  await registerCommands(connection, { guildId: connection.workspace })
  const directory = createDirectory({
    identities: listIdentities({ platform: 'discord', userIds: JSON.parse(USERS) }),
    workspaces: { discord: connection.workspace },
  })
  const { deps } = createClinic({ platform: 'discord' })
  const app = createDiscordApp({ ...deps, directory }, { connection, logger })
  await app.start()
  process.stdout.write('ready\n')
}

await main()
