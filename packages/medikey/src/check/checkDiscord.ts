import { connectDiscord, type DiscordConnection } from '@medikey/discord'
import type { Config, Logger } from '@medikey/runtime'
import { describeUnusedDiscord } from '../compose/describeUnusedDiscord.ts'
import { toDiscordConfig } from '../config/toDiscordConfig.ts'
import { offerCommands } from '../discord/offerCommands.ts'
import type { Check } from './Check.ts'
import { checkDiscordChannels } from './checkDiscordChannels.ts'
import { toFailedCheck } from './toFailedCheck.ts'

/**
 * Asks Discord who the token is for, in which server the channels are, what the bot may do there, and whether the
 * commands stand.
 */
export async function checkDiscord(
  config: Pick<Config, 'discord' | 'namesDiscord'>,
  options: { logger: Logger },
): Promise<Check[]> {
  const { discord } = config
  const name = 'discord'
  if (discord === null) {
    const unused = describeUnusedDiscord(config)
    if (unused !== null) return [{ name, ok: false, detail: unused }]
    return [
      { name, ok: true, isNeutral: true, detail: 'Not configured: see "Connecting Discord" in README.md.' },
    ]
  }
  const { channels } = discord
  let connection: DiscordConnection
  try {
    connection = await connectDiscord({
      config: toDiscordConfig(discord),
      channels,
      logger: options.logger,
    })
  } catch (error) {
    return [toFailedCheck(name, error)]
  }
  const reached: Check = {
    name,
    ok: true,
    detail: `The bot of application ${connection.applicationId} is in server ${connection.workspace}.`,
  }
  return [reached, ...(await checkDiscordChannels(connection, { channels })), await checkCommands(connection)]
}

async function checkCommands(connection: DiscordConnection): Promise<Check> {
  const name = 'discord commands'
  try {
    const offers = await offerCommands(connection, { where: null, isDryRun: true })
    const place = offers[0]?.guildId === null ? 'globally' : 'in this server'
    const isDone = offers.every(({ added, changed, removed }) => added.concat(changed, removed).length === 0)
    return isDone
      ? { name, ok: true, detail: `/medikey stands ${place}, as this version has it.` }
      : {
          name,
          ok: true,
          isNeutral: true,
          detail: `/medikey does not stand ${place} as this version has it: medikey start registers it, and so does medikey discord register.`,
        }
  } catch (error) {
    return toFailedCheck(name, error)
  }
}
