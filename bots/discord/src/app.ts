import type { Deps } from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import { InteractionType } from 'discord.js'
import { z } from 'zod'
import { click } from './actions/click.ts'
import { command } from './commands/command.ts'
import { suggest } from './commands/suggest.ts'
import type { DiscordConnection } from './connection/DiscordConnection.ts'
import { keepConnected } from './connection/keepConnected.ts'
import { createListener } from './listeners/createListener.ts'
import type { ListenerContext } from './listeners/ListenerContext.ts'
import { submission } from './views/submission.ts'

/** MediKey in Discord. */
export type DiscordApp = {
  /** Resolves once connected; Discord being away is waited out, being refused throws. */
  start(): Promise<void>
  /** Takes nothing new and waits for what was acknowledged. */
  stop(): Promise<void>
  /** Whether Discord can reach us, as far as we can tell. */
  isConnected(): boolean
}

const kindSchema = z.object({ type: z.int() })

/**
 * Makes the app: commands, buttons and forms in, core's functions, answers out. It decides nothing.
 *
 * @param deps core's
 * @param options.connection of {@link connectDiscord}
 * @throws DiscordConnectionError from `start`, when Discord refuses the token
 * @example
 * const app = createDiscordApp(deps, { connection, logger })
 * await app.start()
 */
export function createDiscordApp(
  deps: Deps,
  options: { connection: DiscordConnection; logger: Logger },
): DiscordApp {
  const { connection, logger } = options
  const { rest, config } = connection
  const running = new Set<Promise<void>>()
  const context: ListenerContext = { deps, connection, logger, running }
  const listeners: Readonly<Partial<Record<InteractionType, (body: unknown) => Promise<void>>>> = {
    [InteractionType.ApplicationCommand]: createListener(context, command),
    [InteractionType.MessageComponent]: createListener(context, click),
    [InteractionType.ModalSubmit]: createListener(context, submission),
    [InteractionType.ApplicationCommandAutocomplete]: (body) => suggest(context, body),
  }

  function receive(body: unknown): void {
    const kind = kindSchema.safeParse(body)
    const listener = kind.success ? listeners[kind.data.type as InteractionType] : undefined
    if (listener === undefined)
      logger.error({ type: kind.data?.type }, 'discord interaction is of no known kind')
    else void listener(body)
  }

  const keeper = keepConnected({ rest, token: config.token, logger, onInteraction: receive })
  return {
    start: keeper.start,
    async stop() {
      await keeper.stop()
      while (running.size > 0) await Promise.allSettled(running)
    },
    isConnected: keeper.isConnected,
  }
}
