import { setTimeout as wait } from 'node:timers/promises'
import { type SessionInfo, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws'
import type { Logger } from '@medikey/runtime'
import { GatewayCloseCodes, GatewayDispatchEvents, type REST } from 'discord.js'
import { DiscordConnectionError } from '../errors/DiscordConnectionError.ts'
import { toMessengerError } from '../errors/toMessengerError.ts'

const LONGEST_PAUSE_MS = 10_000
const CLOSE_WITHIN_MS = 1000
/**
 * None. Interactions come without any intent, and MediKey needs nothing else: it reads no message, no member and no
 * presence, so that it cannot leak what it never gets.
 */
const INTENTS = 0
/** After these discord.js does not connect again. */
const FINAL_CODES: ReadonlySet<number> = new Set([
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
])

export type GatewayKeeper = {
  /** Resolves once connected; goes on trying while Discord is away. */
  start(): Promise<void>
  stop(): Promise<void>
  isConnected(): boolean
}

/**
 * Keeps one connection to Discord's gateway. discord.js's own gateway client makes it again when Discord asks to or when
 * it breaks, and resumes the session, after which Discord sends what was missed.
 *
 * @param options.onInteraction gets what people do, as Discord sent it; must not throw
 */
export function keepConnected(options: {
  rest: REST
  token: string
  logger: Logger
  onInteraction: (body: unknown) => void
}): GatewayKeeper {
  const { rest, token, logger, onInteraction } = options
  const stopping = new AbortController()
  const started = Promise.withResolvers<void>()
  // Whoever awaits it is told; nobody has to.
  started.promise.catch(() => undefined)
  let isConnected = false
  let session: SessionInfo | null = null
  let broken: Error | null = null

  const manager = new WebSocketManager({
    rest,
    token,
    intents: INTENTS,
    shardCount: 1,
    // Asked before each connecting. A client that pauses before it connects again cannot be told to stop.
    retrieveSessionInfo: () => (stopping.signal.aborted ? new Promise(() => undefined) : session),
    updateSessionInfo: (_, info) => {
      session = info
    },
  })
  const opened = (isResumed: boolean) => {
    isConnected = true
    logger.info({ isResumed }, 'discord gateway connected')
    started.resolve()
  }
  manager.on(WebSocketShardEvents.Ready, () => opened(false))
  manager.on(WebSocketShardEvents.Resumed, () => opened(true))
  manager.on(WebSocketShardEvents.Closed, ({ code }) => {
    isConnected = false
    if (stopping.signal.aborted) return
    if (!FINAL_CODES.has(code)) return logger.info({ code }, 'discord gateway closed, connecting again')
    const error = refused(code)
    logger.error({ err: error, code }, 'discord gateway refused')
    started.reject(error)
  })
  // What comes with a final code was told already, and everything else is followed by a new connection.
  manager.on(WebSocketShardEvents.Error, ({ error }) => {
    broken = error
    logger.debug({ err: error }, 'discord gateway broke')
  })
  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    if (data.t === GatewayDispatchEvents.InteractionCreate && !stopping.signal.aborted) onInteraction(data.d)
  })

  async function connect(): Promise<void> {
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      try {
        await manager.fetchGatewayInformation()
        break
      } catch (error) {
        const failure = toMessengerError(error)
        if (failure.retryAfterMs === null) throw unopened(error)
        logger.error({ err: failure, attempt }, 'discord gateway could not be found')
        const pause = Math.max(failure.retryAfterMs, Math.min(LONGEST_PAUSE_MS, 250 * 2 ** attempt))
        await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
    if (stopping.signal.aborted) return
    // A first connection that breaks is made again like any other: only being ready or refused ends the waiting.
    manager.connect().catch((error: unknown) => {
      if (error !== broken) started.reject(unopened(error))
    })
    await started.promise
  }

  return {
    start: connect,
    async stop() {
      stopping.abort()
      started.resolve()
      isConnected = false
      await Promise.race([
        manager.destroy({ reason: 'MediKey stops' }),
        wait(CLOSE_WITHIN_MS, undefined, { ref: false }),
      ])
    },
    isConnected: () => isConnected,
  }
}

function refused(code: number): DiscordConnectionError {
  return new DiscordConnectionError({
    shortMessage:
      code === GatewayCloseCodes.AuthenticationFailed
        ? 'Discord refuses the bot token. Set DISCORD_TOKEN to the token of the bot in the Developer Portal.'
        : `Discord’s gateway refuses the connection (${code}). Report it: MediKey must connect in a way that Discord takes.`,
    retryable: false,
  })
}

function unopened(cause: unknown): DiscordConnectionError {
  if (cause instanceof Error && cause.message.startsWith('Not enough sessions')) {
    return new DiscordConnectionError({
      shortMessage:
        'Discord lets the bot start no more sessions today: it counts a thousand a day. Find what starts it over and over, and try again tomorrow.',
      retryable: true,
      cause,
    })
  }
  const { shortMessage, retryable } = toMessengerError(cause)
  return new DiscordConnectionError({ shortMessage, retryable, cause })
}
