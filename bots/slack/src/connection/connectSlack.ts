import type { Logger } from '@medikey/runtime'
import { SlackConnectionError } from '../errors/SlackConnectionError.ts'
import { createSlackMessenger } from '../messenger.ts'
import { connectWorkspace } from './connectWorkspace.ts'
import type { SlackConfig } from './SlackConfig.ts'
import type { SlackConnection } from './SlackConnection.ts'
import type { SlackWorkspace } from './SlackWorkspace.ts'
import { toClientOptions } from './toClientOptions.ts'

/**
 * Asks Slack who the bot tokens are, which also says which workspaces these are. The app follows with
 * {@link createSlackApp}, once the first workspace has told what an account without one means.
 *
 * @param options.channels ids of the channels for cards and for alerts, in the workspace of the first token
 * @throws SlackConnectionError when a token is refused, two are for one workspace, or Slack cannot be reached
 * @example
 * const connection = await connectSlack({ config: { mode: 'socket', botToken, appToken }, channels, logger })
 */
export async function connectSlack(options: {
  config: SlackConfig
  channels: { approvals: string; alerts: string }
  logger: Logger
}): Promise<SlackConnection> {
  const { config, channels, logger } = options
  const { botToken, otherBotTokens = [] } = config
  const clientOptions = toClientOptions({ apiUrl: config.apiUrl, logger })
  const toPosition = (index: number) => (otherBotTokens.length === 0 ? null : index + 1)
  const [home, ...others] = await Promise.all([
    connectWorkspace({ botToken, position: toPosition(0), clientOptions }),
    ...otherBotTokens.map((token, index) =>
      connectWorkspace({ botToken: token, position: toPosition(index + 1), clientOptions }),
    ),
  ])
  const workspaces = [home, ...others] as const
  checkDistinct(workspaces)
  return { ...home, config, workspaces, messenger: createSlackMessenger({ workspaces }, { channels }) }
}

function checkDistinct(workspaces: readonly SlackWorkspace[]): void {
  const ids = workspaces.map(({ workspace }) => workspace)
  const second = ids.findIndex((id, index) => ids.indexOf(id) < index)
  const repeated = ids[second]
  if (repeated === undefined) return
  throw new SlackConnectionError({
    shortMessage: `Tokens ${ids.indexOf(repeated) + 1} and ${second + 1} of SLACK_BOT_TOKEN are both for the workspace ${repeated}. Remove one of them.`,
    retryable: false,
  })
}
