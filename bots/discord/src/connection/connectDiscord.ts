import type { Logger } from '@medikey/runtime'
import { DiscordAPIError, type REST, Routes } from 'discord.js'
import { z } from 'zod'
import { DiscordConnectionError } from '../errors/DiscordConnectionError.ts'
import { toMessengerError } from '../errors/toMessengerError.ts'
import { createDiscordMessenger } from '../messenger.ts'
import { createAnswerRest } from './createAnswerRest.ts'
import { createRest } from './createRest.ts'
import type { DiscordConfig } from './DiscordConfig.ts'
import type { DiscordConnection } from './DiscordConnection.ts'

const identitySchema = z.object({ id: z.string().min(1) })
const channelSchema = z.object({ guild_id: z.string().min(1) })

/**
 * Asks Discord who the bot token is, and in which server the channels are: that is the workspace. The app follows with
 * {@link createDiscordApp}, once the workspace has told what an account without one means.
 *
 * @param options.channels ids of the channels for cards and for alerts
 * @throws DiscordConnectionError when the token is refused, a channel cannot be seen, or Discord cannot be reached
 * @example
 * const connection = await connectDiscord({ config: { token }, channels, logger })
 */
export async function connectDiscord(options: {
  config: DiscordConfig
  channels: { approvals: string; alerts: string }
  logger: Logger
}): Promise<DiscordConnection> {
  const { config, channels, logger } = options
  const rest = createRest(config)
  const user = await ask(rest, Routes.user(), identitySchema)
  const application = await ask(rest, Routes.currentApplication(), identitySchema)
  const [workspace, alertsGuild] = [
    await findGuild(rest, { name: 'approvals', channel: channels.approvals }),
    await findGuild(rest, { name: 'alerts', channel: channels.alerts }),
  ]
  if (workspace !== alertsGuild) {
    throw new DiscordConnectionError({
      shortMessage:
        'The channels for approvals and for alerts are in two servers. Put both channels.discord of medikey.yaml into one.',
      retryable: false,
    })
  }
  const bot = { userId: user.id }
  logger.debug({ workspace, applicationId: application.id }, 'discord told who the bot is')
  const messenger = createDiscordMessenger({ rest, workspace, bot }, { channels })
  const answers = createAnswerRest(config)
  return { config, rest, answers, applicationId: application.id, workspace, bot, messenger }
}

async function findGuild(rest: REST, options: { name: string; channel: string }): Promise<string> {
  const { name, channel } = options
  try {
    return (await ask(rest, Routes.channel(channel), channelSchema)).guild_id
  } catch (error) {
    if (!(error instanceof DiscordConnectionError) || !(error.cause instanceof DiscordAPIError)) throw error
    throw new DiscordConnectionError({
      shortMessage: `The bot cannot see the channel ${channel}. Correct channels.discord.${name} in medikey.yaml, or let the bot view the channel. ${error.shortMessage}`,
      retryable: error.retryable,
      cause: error.cause,
    })
  }
}

async function ask<T>(rest: REST, route: `/${string}`, schema: z.ZodType<T>): Promise<T> {
  let answer: unknown
  try {
    answer = await rest.get(route)
  } catch (error) {
    const { shortMessage, retryable } = toMessengerError(error)
    throw new DiscordConnectionError({ shortMessage, retryable, cause: error })
  }
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new DiscordConnectionError({
    shortMessage: `Discord’s answer to ${route} cannot be read. Check DISCORD_API_URL, and that the channels of medikey.yaml are text channels of a server.`,
    retryable: false,
    cause: parsed.error,
  })
}
