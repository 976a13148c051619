import type { SlackConfig } from '@medikey/runtime'
import type { SlackConfig as SlackOptions } from '@medikey/slack'

/** What the Slack bot is told of its configuration: from here on it holds the tokens in the clear. */
export function toSlackConfig(config: SlackConfig): SlackOptions {
  const { apiUrl, otherBotTokens = [] } = config
  const access = {
    botToken: config.botToken.reveal(),
    otherBotTokens: otherBotTokens.map((token) => token.reveal()),
    apiUrl,
  }
  return config.mode === 'socket'
    ? { ...access, mode: 'socket', appToken: config.appToken.reveal() }
    : { ...access, mode: 'http', signingSecret: config.signingSecret.reveal() }
}
