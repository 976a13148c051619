import { WebClient, type WebClientOptions } from '@slack/web-api'
import { z } from 'zod'
import { SlackConnectionError } from '../errors/SlackConnectionError.ts'
import { toMessengerError } from '../errors/toMessengerError.ts'
import type { SlackWorkspace } from './SlackWorkspace.ts'

const identitySchema = z.object({
  team_id: z.string().min(1),
  url: z.url({ protocol: /^https$/ }).optional(),
  user_id: z.string().min(1),
  bot_id: z.string().min(1).optional(),
  is_enterprise_install: z.boolean().default(false),
})

/**
 * Asks Slack who a bot token is, which also says which workspace it is for.
 *
 * @param options.position of the token in SLACK_BOT_TOKEN, from 1; null where it is the only one
 * @throws SlackConnectionError when the token is refused, is an organisation's, or Slack cannot be reached
 */
export async function connectWorkspace(options: {
  botToken: string
  position: number | null
  clientOptions: WebClientOptions
}): Promise<SlackWorkspace> {
  const { botToken, position, clientOptions } = options
  const which = position === null ? '' : `Token ${position} of SLACK_BOT_TOKEN: `
  const client = new WebClient(botToken, clientOptions)
  let answer: unknown
  try {
    answer = await client.auth.test()
  } catch (error) {
    const { shortMessage, retryable } = toMessengerError(error)
    throw new SlackConnectionError({ shortMessage: `${which}${shortMessage}`, retryable, cause: error })
  }
  const identity = identitySchema.safeParse(answer)
  if (!identity.success) {
    throw new SlackConnectionError({
      shortMessage: `${which}Slack does not say which workspace and bot the token is for. Set SLACK_BOT_TOKEN to a bot token (xoxb-).`,
      retryable: false,
      cause: identity.error,
    })
  }
  if (identity.data.is_enterprise_install) {
    throw new SlackConnectionError({
      shortMessage: `${which}The app is installed in an Enterprise organisation, which MediKey does not serve. Install it in a workspace of the organisation, and set SLACK_BOT_TOKEN to that token.`,
      retryable: false,
    })
  }
  return {
    workspace: identity.data.team_id,
    url: identity.data.url ?? null,
    client,
    bot: { userId: identity.data.user_id, botId: identity.data.bot_id ?? null },
  }
}
