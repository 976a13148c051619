import type { SlackConfig } from '@medikey/runtime'
import type { SlackConfig as SlackOptions } from '@medikey/slack'

/** What the Slack bot is told of its configuration: from here on it holds the tokens in the clear. */
export function toSlackConfig(config: SlackConfig): SlackOptions {
  const { apiUrl } = config
  const botToken = config.botToken.reveal()
  return config.mode === 'socket'
    ? { mode: 'socket', botToken, apiUrl, appToken: config.appToken.reveal() }
    : { mode: 'http', botToken, apiUrl, signingSecret: config.signingSecret.reveal() }
}
