import type { Logger } from '../logging/Logger.ts'

/** Something that runs and can be asked to end. */
export type ShutdownPart = { name: string; stop: () => Promise<void> | void }

/** The orderly end of a process. */
export type Shutdown = {
  /** Registers a part. What is added last depends on what was added before, and is stopped first. */
  add(part: ShutdownPart): void
  /** Aborts as soon as the stopping begins: take no new work after it. */
  readonly stopping: AbortSignal
  /**
   * Stops every part and ends the process. The first call decides; later ones wait for the same end.
   *
   * @param options.exitCode Of the process, where every part stopped cleanly. Default 0.
   */
  stop(options: { reason: string; exitCode?: number }): Promise<void>
  /** Takes the signal handlers away again, for a process that goes on living. */
  dispose(): void
}

/** How a process ends; see {@link createShutdown}. */
export type CreateShutdownOptions = {
  logger: Logger
  /** Milliseconds until the process is gone, whatever its parts do. Default 10 000. */
  timeoutMs?: number
  /** What asks it to end. Default SIGTERM and SIGINT. */
  signals?: readonly NodeJS.Signals[]
  /** Ends the process; replaceable where the process is somebody else's. */
  exit?: (code: number) => void
}

/** npm and its like pass on a Ctrl-C that the terminal has already sent: the same signal, within milliseconds. */
const ECHO_MS = 100

/**
 * Ends a process in order: the parts are stopped in reverse, each within its share of the time, so that
 * one that hangs does not keep those below it from closing. A second signal exits at once.
 *
 * @example
 * const shutdown = createShutdown({ logger })
 * shutdown.add({ name: 'store', stop: () => store.close() })
 * shutdown.add({ name: 'worker', stop: () => worker.drain() })
 * // SIGTERM: worker, store, exit 0
 */
export function createShutdown(options: CreateShutdownOptions): Shutdown {
  const { logger, timeoutMs = 10_000, signals = ['SIGTERM', 'SIGINT'], exit = process.exit } = options
  const parts: ShutdownPart[] = []
  const controller = new AbortController()
  let ending: Promise<void> | null = null

  const stop: Shutdown['stop'] = ({ reason, exitCode = 0 }) => {
    ending ??= (async () => {
      logger.info({ reason, parts: parts.map((part) => part.name) }, 'Stopping')
      controller.abort()
      // The last twentieth is for the exit itself: the process is gone before the time is over.
      const deadline = performance.now() + timeoutMs * 0.95
      let clean = true
      for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
        const left = deadline - performance.now()
        clean =
          (await stopPart({ logger }, { part, budgetMs: parts.length === 0 ? left : left / 2 })) && clean
      }
      logger.info({ reason, clean }, 'Stopped')
      exit(clean ? exitCode : exitCode || 1)
    })()
    return ending
  }

  let last = { signal: '', at: Number.NEGATIVE_INFINITY }
  const onSignal = (signal: NodeJS.Signals) => {
    const echo = last.signal === signal && performance.now() - last.at < ECHO_MS
    last = { signal, at: performance.now() }
    if (ending !== null) {
      if (echo) return
      logger.warn({ signal }, 'Second signal, exiting at once')
      exit(1)
      return
    }
    void stop({ reason: signal })
  }
  for (const signal of signals) process.on(signal, onSignal)

  return {
    add(part) {
      parts.push(part)
    },
    stopping: controller.signal,
    stop,
    dispose() {
      for (const signal of signals) process.off(signal, onSignal)
    },
  }
}

async function stopPart(
  deps: { logger: Logger },
  options: { part: ShutdownPart; budgetMs: number },
): Promise<boolean> {
  const { part, budgetMs } = options
  const { promise: timeout, resolve } = Promise.withResolvers<'late'>()
  const timer = setTimeout(resolve, Math.max(budgetMs, 0), 'late')
  try {
    const outcome = await Promise.race([Promise.resolve(part.stop()), timeout])
    if (outcome !== 'late') return true
    deps.logger.error({ part: part.name, budgetMs: Math.round(budgetMs) }, 'Part did not stop in time')
  } catch (err) {
    deps.logger.error({ part: part.name, err }, 'Part failed to stop')
  } finally {
    clearTimeout(timer)
  }
  return false
}
