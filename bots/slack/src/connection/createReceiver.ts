import type { Logger } from '@medikey/runtime'
import { HTTPReceiver, SocketModeReceiver } from '@slack/bolt'
import { createSlackLogger } from './createSlackLogger.ts'
import type { SlackConfig } from './SlackConfig.ts'
import { toClientOptions } from './toClientOptions.ts'

export type SlackReceiver =
  | {
      readonly mode: 'socket'
      readonly receiver: SocketModeReceiver
      /** Takes over while the other socket is replaced, which Slack asks for every hour or so. */
      readonly spare: SocketModeReceiver
    }
  | { readonly mode: 'http'; readonly receiver: HTTPReceiver }

/** How Slack reaches us: over sockets that we open, or by signed requests, which Bolt checks. */
export function createReceiver(options: { config: SlackConfig; logger: Logger }): SlackReceiver {
  const { config } = options
  const logger = createSlackLogger(options.logger)
  if (config.mode === 'http') {
    const receiver = new HTTPReceiver({
      signingSecret: config.signingSecret,
      endpoints: '/slack/events',
      logger,
    })
    return { mode: 'http', receiver }
  }
  const openSocket = () =>
    new SocketModeReceiver({
      appToken: config.appToken,
      logger,
      // Its own reconnecting waits for seconds, and ends the process when Slack is away for long: see keepConnected.
      autoReconnectEnabled: false,
      installerOptions: { clientOptions: toClientOptions({ apiUrl: config.apiUrl, logger: options.logger }) },
    })
  return { mode: 'socket', receiver: openSocket(), spare: openSocket() }
}
