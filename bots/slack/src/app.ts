import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Deps } from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import { App, type ViewSubmitAction } from '@slack/bolt'
import { click } from './actions/click.ts'
import { command } from './commands/command.ts'
import { acknowledgeAll } from './connection/acknowledgeAll.ts'
import { createReceiver } from './connection/createReceiver.ts'
import { createRequestListener } from './connection/createRequestListener.ts'
import { createSlackLogger } from './connection/createSlackLogger.ts'
import { keepConnected } from './connection/keepConnected.ts'
import type { SlackConnection } from './connection/SlackConnection.ts'
import { toClientOptions } from './connection/toClientOptions.ts'
import { homeOpened } from './home/homeOpened.ts'
import { createEventListener } from './listeners/createEventListener.ts'
import { createFormListener } from './listeners/createFormListener.ts'
import { createListener } from './listeners/createListener.ts'
import type { ListenerContext } from './listeners/ListenerContext.ts'
import { shortcut } from './shortcuts/shortcut.ts'
import { submission } from './views/submission.ts'

/** MediKey in Slack. */
export type SlackApp = {
  /** HTTP only: takes Slack's requests, which come to `POST /slack/events`. */
  readonly requestListener?: (request: IncomingMessage, response: ServerResponse) => void
  /** In Socket Mode resolves once connected; Slack being away is waited out, being refused throws. */
  start(): Promise<void>
  /** Takes nothing new and waits for what was acknowledged. */
  stop(): Promise<void>
  /** Whether Slack can reach us, as far as we can tell. */
  isConnected(): boolean
}

/**
 * Makes the Bolt app: commands, buttons, forms, shortcuts and opened Homes in, core's functions, answers out. It decides nothing.
 *
 * @param deps core's
 * @param options.connection of {@link connectSlack}
 * @throws SlackConnectionError from `start`, when Slack refuses the app-level token
 * @example
 * const app = createSlackApp(deps, { connection, logger })
 * await app.start()
 */
export function createSlackApp(
  deps: Deps,
  options: { connection: SlackConnection; logger: Logger },
): SlackApp {
  const { connection, logger } = options
  const { config, bot } = connection
  const running = new Set<Promise<void>>()
  const context: ListenerContext = { deps, connection, logger, running }
  const door = createReceiver({ config, logger })
  const bolt = new App({
    receiver: door.receiver,
    // Known since connectSlack: asking again would put a look-up before each acknowledgement. Bolt asks for one token;
    // the listeners answer in each workspace with its own.
    authorize: async () => ({
      botToken: config.botToken,
      botUserId: bot.userId,
      ...(bot.botId === null ? {} : { botId: bot.botId }),
    }),
    clientOptions: toClientOptions({ apiUrl: config.apiUrl, logger }),
    logger: createSlackLogger(logger),
    convoStore: false,
    ignoreSelf: false,
  })
  bolt.error(async (error) => logger.error({ err: error }, 'slack app failed'))
  acknowledgeAll(bolt, { logger })

  bolt.command(/.*/, createListener(context, command))
  bolt.action(/.*/, createListener(context, click))
  bolt.event('app_home_opened', createEventListener(context, homeOpened))
  bolt.shortcut({ type: 'message_action' }, createListener(context, shortcut))
  bolt.view<ViewSubmitAction>(/.*/, createFormListener(context, submission))

  async function drain(): Promise<void> {
    while (running.size > 0) await Promise.allSettled(running)
  }

  if (door.mode === 'http') {
    const http = createRequestListener({ receiver: door.receiver })
    return {
      requestListener: http.listener,
      start: async () => undefined,
      async stop() {
        http.close()
        await drain()
      },
      isConnected: () => true,
    }
  }
  door.spare.init(bolt)
  const keeper = keepConnected({ client: door.receiver.client, logger })
  const spare = keepConnected({ client: door.spare.client, logger })
  return {
    async start() {
      await keeper.start({ giveUp: true })
      void spare.start({ giveUp: false })
    },
    async stop() {
      await Promise.all([keeper.stop(), spare.stop()])
      await drain()
    },
    isConnected: () => keeper.isConnected() || spare.isConnected(),
  }
}
