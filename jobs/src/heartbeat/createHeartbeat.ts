import type { Clock } from '@medikey/core'
import type { Logger, Secret } from '@medikey/runtime'
import type { JobMetrics } from '../JobMetrics.ts'

const ATTEMPT_MS = 10_000

/** Tells an outside service that MediKey is alive. */
export type Heartbeat = {
  /** One beat: asks the address unless a job is overdue. What fails is tried again with the next one. */
  beat(): Promise<void>
  /** How the last beat went. */
  state(): HeartbeatState
}

/** Whether the outside service hears the heartbeat. */
export type HeartbeatState = {
  /** When it was heard last; null where this process was not heard yet. */
  readonly heardAt: Date | null
  /** Why the last beat was not heard, without the address; null where it was, or there was none yet. */
  readonly problem: string | null
}

/**
 * Makes the dead man's switch: while every job of this process completes in its time, an outside service is asked for its
 * address again and again; when the asking stops, whatever hangs, that service tells. Nothing of it stands in the address,
 * which is a secret.
 *
 * @param options.url of a service such as healthchecks.io
 * @param options.listOverdue what did not complete in its time, by name
 * @example
 * const heartbeat = createHeartbeat({ url, listOverdue, clock, logger, metrics })
 * await heartbeat.beat()
 */
export function createHeartbeat(options: {
  url: Secret
  listOverdue: () => Promise<readonly string[]>
  clock: Clock
  logger: Logger
  metrics: Pick<JobMetrics, 'heartbeatTried'>
  fetch?: typeof fetch
}): Heartbeat {
  const { url, listOverdue, clock, logger, metrics, fetch: send = fetch } = options
  let heardAt: Date | null = null
  let problem: string | null = null

  function withhold(why: string) {
    metrics.heartbeatTried({ outcome: 'withheld' })
    problem = `withheld while ${why}`
  }

  return {
    async beat() {
      const overdue = await listOverdue().catch((error: unknown) => {
        withhold('it cannot be read what is overdue')
        throw error
      })
      if (overdue.length > 0) {
        logger.error({ overdue }, 'Heartbeat withheld: jobs have not completed in their time')
        withhold(`${overdue.join(', ')} did not complete in time`)
        return
      }
      const found = await ask(send, url)
      // Once for each thing that is wrong: what comes of an address that was mended half is worth knowing.
      if (found !== null && found !== problem) logger.warn({ problem: found }, 'Heartbeat was not heard')
      if (found === null && problem !== null) logger.info({}, 'Heartbeat is heard again')
      problem = found
      if (found === null) heardAt = clock.now()
      metrics.heartbeatTried({ outcome: found === null ? 'heard' : 'unheard' })
    },
    state: () => ({ heardAt, problem }),
  }
}

/** @returns what went wrong, without the address; null when it was heard */
async function ask(send: typeof fetch, url: Secret): Promise<string | null> {
  try {
    const response = await send(url.reveal(), { signal: AbortSignal.timeout(ATTEMPT_MS), redirect: 'follow' })
    await response.body?.cancel()
    return response.ok ? null : `HTTP status ${response.status}`
  } catch {
    return 'no answer'
  }
}
