import type { Logger } from '@medikey/runtime'
import { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { SlackConnectionError } from '../errors/SlackConnectionError.ts'
import { toMessengerError } from '../errors/toMessengerError.ts'
import { createSlackMessenger } from '../messenger.ts'
import type { SlackConfig } from './SlackConfig.ts'
import type { SlackConnection } from './SlackConnection.ts'
import { toClientOptions } from './toClientOptions.ts'

const identitySchema = z.object({
  team_id: z.string().min(1),
  url: z.url({ protocol: /^https$/ }).optional(),
  user_id: z.string().min(1),
  bot_id: z.string().min(1).optional(),
})

/**
 * Asks Slack who the bot token is, which also says which workspace this is. The app follows with
 * {@link createSlackApp}, once the workspace has told what an account without one means.
 *
 * @param options.channels ids of the channels for cards and for alerts
 * @throws SlackConnectionError when the token is refused or Slack cannot be reached
 * @example
 * const connection = await connectSlack({ config: { mode: 'socket', botToken, appToken }, channels, logger })
 */
export async function connectSlack(options: {
  config: SlackConfig
  channels: { approvals: string; alerts: string }
  logger: Logger
}): Promise<SlackConnection> {
  const { config, channels, logger } = options
  const client = new WebClient(config.botToken, toClientOptions({ apiUrl: config.apiUrl, logger }))
  const identity = await whoAmI(client)
  const team = { workspace: identity.team_id, url: identity.url ?? null }
  const bot = { userId: identity.user_id, botId: identity.bot_id ?? null }
  return {
    config,
    client,
    ...team,
    bot,
    messenger: createSlackMessenger({ client, ...team, bot }, { channels }),
  }
}

async function whoAmI(client: WebClient): Promise<z.infer<typeof identitySchema>> {
  let answer: unknown
  try {
    answer = await client.auth.test()
  } catch (error) {
    const { shortMessage, retryable } = toMessengerError(error)
    throw new SlackConnectionError({ shortMessage, retryable, cause: error })
  }
  const parsed = identitySchema.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new SlackConnectionError({
    shortMessage:
      'Slack does not say which workspace and bot the token is for. Set SLACK_BOT_TOKEN to a bot token (xoxb-).',
    retryable: false,
    cause: parsed.error,
  })
}
