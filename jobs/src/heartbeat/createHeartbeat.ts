import type { Logger, Secret } from '@medikey/runtime'
import type { Pulse } from './createPulse.ts'

const ATTEMPT_MS = 10_000

/** Tells an outside service that MediKey is alive. */
export type Heartbeat = {
  /** One beat: asks the address unless a job is overdue. What fails is tried again with the next one. */
  beat(): Promise<void>
}

/**
 * Makes the dead man's switch: while every job of this process completes in its time, an outside service is asked for its
 * address again and again; when the asking stops, whatever hangs, that service tells. Nothing of it stands in the address,
 * which is a secret.
 *
 * @param options.url of a service such as healthchecks.io
 * @example
 * const heartbeat = createHeartbeat({ url, pulse, logger })
 * await heartbeat.beat()
 */
export function createHeartbeat(options: {
  url: Secret
  pulse: Pick<Pulse, 'listOverdue'>
  logger: Logger
  fetch?: typeof fetch
}): Heartbeat {
  const { url, pulse, logger, fetch: send = fetch } = options
  let wasHeard = true

  return {
    async beat() {
      const overdue = pulse.listOverdue()
      if (overdue.length > 0) {
        logger.error({ overdue }, 'Heartbeat withheld: jobs have not completed in their time')
        return
      }
      const problem = await ask(send, url)
      if (problem !== null && wasHeard) logger.warn({ problem }, 'Heartbeat was not heard')
      if (problem === null && !wasHeard) logger.info({}, 'Heartbeat is heard again')
      wasHeard = problem === null
    },
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
