import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from '@medikey/runtime'
import type { SocketModeReceiver } from '@slack/bolt'
import { SlackConnectionError } from '../errors/SlackConnectionError.ts'
import { toMessengerError } from '../errors/toMessengerError.ts'

const HELLO_WITHIN_MS = 15_000
const LONGEST_PAUSE_MS = 10_000
const REFUSED_PAUSE_MS = 60_000
const CLOSE_WITHIN_MS = 1000

export type SocketKeeper = {
  /**
   * Resolves once connected; goes on trying while Slack is away.
   *
   * @throws SlackConnectionError when Slack refuses us, unless it is to go on trying
   */
  start(options: { giveUp: boolean }): Promise<void>
  stop(): Promise<void>
  isConnected(): boolean
}

/**
 * Keeps one Socket Mode connection: makes it again at once when Slack asks to or when it breaks, with growing pauses
 * while that fails.
 */
export function keepConnected(options: {
  client: SocketModeReceiver['client']
  logger: Logger
}): SocketKeeper {
  const { client, logger } = options
  const stopping = new AbortController()
  let isConnected = false

  client.on('disconnected', () => {
    if (!isConnected) return
    isConnected = false
    if (stopping.signal.aborted) return
    logger.info({}, 'slack socket closed, connecting again')
    void connect({ giveUp: false }).catch(() => undefined)
  })

  async function connect({ giveUp }: { giveUp: boolean }): Promise<void> {
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      try {
        await connectOnce()
        isConnected = true
        // Stopped meanwhile: there was no socket yet that could be closed.
        if (stopping.signal.aborted) return void (await client.disconnect())
        logger.info({}, 'slack socket connected')
        return
      } catch (error) {
        const failure = toMessengerError(error)
        const isRefused = failure.retryAfterMs === null
        if (isRefused && giveUp) throw refused(error)
        logger.error(
          { err: isRefused ? refused(error) : failure, attempt },
          'slack socket could not be opened',
        )
        const pause = Math.max(
          failure.retryAfterMs ?? REFUSED_PAUSE_MS,
          Math.min(LONGEST_PAUSE_MS, 250 * 2 ** attempt),
        )
        await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
  }

  async function connectOnce(): Promise<void> {
    const tooLong = setTimeout(() => void client.disconnect(), HELLO_WITHIN_MS)
    try {
      await client.start()
    } catch (error) {
      // A socket that closes before its hello says nothing about why.
      throw error ?? new Error('the socket was closed before it was ready')
    } finally {
      clearTimeout(tooLong)
    }
  }

  return {
    start: connect,
    async stop() {
      stopping.abort()
      await Promise.race([client.disconnect(), wait(CLOSE_WITHIN_MS, undefined, { ref: false })])
    },
    isConnected: () => isConnected,
  }
}

function refused(cause: unknown): SlackConnectionError {
  return new SlackConnectionError({
    shortMessage:
      'Slack refuses the Socket Mode connection. Set SLACK_APP_TOKEN to an app-level token (xapp-) with the scope connections:write, and turn Socket Mode on in the app’s settings.',
    retryable: false,
    cause,
  })
}
