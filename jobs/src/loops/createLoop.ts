import { RateLimitedError } from '@medikey/contract-client'
import type { Logger } from '@medikey/runtime'

const LONGEST_PAUSE_MS = 30_000

/** Something that is done again and again. */
export type Loop = {
  /** Does it now, or once more when it is being done. */
  wake(): void
  /** Begins no further round, and waits for the running one. */
  stop(): Promise<void>
}

/**
 * Does something at once, and again after each pause. Rounds never overlap. A round that throws is tried again after a
 * pause that grows, with jitter, so that many processes do not come back together; an outage is logged when it begins
 * and when it ends, not in between. A rate limit is waited for as long as it asks.
 *
 * @param options.name what the log calls it
 * @param options.intervalMs the pause between two rounds, in milliseconds
 * @param options.longestPauseMs what the pause grows to while rounds fail, in milliseconds; 30,000 unless told
 * @example
 * const loop = createLoop({ name: 'timekeeper', intervalMs: 2_000, run: () => keepTime(), logger })
 * await loop.stop()
 */
export function createLoop(options: {
  name: string
  intervalMs: number
  longestPauseMs?: number
  run: () => Promise<unknown>
  logger: Logger
}): Loop {
  const { name, intervalMs, longestPauseMs = LONGEST_PAUSE_MS, run, logger } = options
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let isWoken = false
  let isStopped = false
  let failures = 0
  let askedToWaitMs = 0

  const pause = () => {
    if (failures === 0) return intervalMs
    const grown = Math.min(longestPauseMs, Math.max(intervalMs, 100) * 2 ** Math.min(failures, 10))
    // Whoever limits the rate says when to come back: never before, and not all at that moment.
    return Math.max(askedToWaitMs * (1 + Math.random() / 10), grown * (0.5 + Math.random() / 2))
  }

  async function doRound(): Promise<void> {
    try {
      await run()
      if (failures > 0) logger.info({ loop: name, failures }, 'Loop recovered')
      failures = 0
      askedToWaitMs = 0
    } catch (err) {
      askedToWaitMs = err instanceof RateLimitedError ? err.retryAfterMs : 0
      if (failures === 0) logger.error({ loop: name, err }, 'Loop failed and is tried again')
      failures += 1
    }
  }

  function beginRound(): void {
    clearTimeout(timer)
    isWoken = false
    running = doRound().finally(() => {
      running = null
      if (isStopped) return
      if (isWoken) beginRound()
      else timer = setTimeout(beginRound, pause())
    })
  }

  beginRound()
  return {
    wake() {
      if (isStopped) return
      if (running === null) beginRound()
      else isWoken = true
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
