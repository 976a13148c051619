import type { DiscordConnection } from '@medikey/discord'
import { BaseError } from '@medikey/errors'
import type { Logger } from '@medikey/runtime'
import { offerCommands } from './offerCommands.ts'

/**
 * Brings the commands that Discord offers to those of this version.
 *
 * @returns what keeps people from using them, one sentence each
 */
export async function keepCommands(
  connection: DiscordConnection,
  options: { logger: Logger },
): Promise<string[]> {
  const { logger } = options
  try {
    for (const { guildId, ...changes } of await offerCommands(connection, {
      where: null,
      isDryRun: false,
    })) {
      const isChanged = Object.values(changes).some((names) => names.length > 0)
      if (isChanged) logger.info({ guildId, ...changes }, 'Discord commands registered')
    }
    return []
  } catch (error) {
    if (!(error instanceof BaseError)) throw error
    return [`Discord does not take the commands of this version. ${error.shortMessage}`]
  }
}
