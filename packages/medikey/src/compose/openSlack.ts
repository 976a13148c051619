import type { Logger, SlackConfig } from '@medikey/runtime'
import { toSlackConfig } from '../config/toSlackConfig.ts'
import type { ChatPlatform } from './ChatPlatform.ts'

/**
 * Asks Slack who the bot tokens are for.
 *
 * @throws SlackConnectionError when Slack refuses us
 */
export async function openSlack(options: { slack: SlackConfig; logger: Logger }): Promise<ChatPlatform> {
  const { slack, logger } = options
  const { channels } = slack
  // Bolt takes a while to load, so only who needs it waits for it.
  const { connectSlack, createSlackApp } = await import('@medikey/slack')
  const connection = await connectSlack({ config: toSlackConfig(slack), channels, logger })
  return {
    platform: 'slack',
    workspace: connection.workspace,
    messenger: connection.messenger,
    async prepare() {
      const { checkSlackChannel } = await import('../check/checkSlackChannel.ts')
      const checks = await Promise.all(
        (['approvals', 'alerts'] as const).map((channel) =>
          checkSlackChannel(connection, { channel, channels }),
        ),
      )
      return checks.filter(({ ok }) => !ok).map(({ detail }) => detail)
    },
    createApp: (deps) => ({ platform: 'slack', ...createSlackApp(deps, { connection, logger }) }),
  }
}
