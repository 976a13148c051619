import type { Clock } from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import pLimit from 'p-limit'

const PAUSES_MS = [1_000, 2_000, 5_000, 15_000] as const
const FORGET_AFTER_MS = 300_000

/** Works on keyed things: several at once, one key never twice at once. */
export type KeyedRunner<T> = {
  /**
   * Begins work on the thing, unless it pauses after a failure. While it is being worked on already, it is worked on
   * once more afterwards. Never rejects; resolves when the work is done, or when {@link KeyedRunner.stop} was called.
   */
  start(thing: T): Promise<void>
  /** Being worked on, waiting for a free hand, or pausing after a failure. */
  isHeld(thing: T): boolean
  /** How many things are held: so many that a list may contain in vain. */
  countHeld(): number
  /** Resolves once nothing is being worked on. */
  idle(): Promise<void>
  /** Begins nothing more, and releases everybody who waits for a start. */
  stop(): void
}

/**
 * Makes a runner. What throws pauses before it is tried again, longer each time; it is logged when it first fails and
 * when it works again.
 *
 * @param options.concurrency how many things are worked on at once
 * @param options.toFields what the log says about a thing
 * @example
 * const runner = createKeyedRunner({ name: 'transaction', concurrency: 4, clock, logger, toKey, toFields, run })
 * await runner.start(transaction)
 */
export function createKeyedRunner<T>(options: {
  name: string
  concurrency: number
  clock: Clock
  logger: Logger
  toKey: (thing: T) => string
  toFields: (thing: T) => Readonly<Record<string, unknown>>
  run: (thing: T) => Promise<void>
}): KeyedRunner<T> {
  const { name, concurrency, clock, logger, toKey, toFields, run } = options
  const limit = pLimit(concurrency)
  const active = new Map<string, { done: Promise<void>; again: boolean }>()
  const pausing = new Map<string, { failures: number; until: number }>()
  const stopped = Promise.withResolvers<void>()
  let isStopped = false

  const isPausing = (key: string) => (pausing.get(key)?.until ?? 0) > clock.now().getTime()

  async function work(key: string, thing: T): Promise<void> {
    const earlier = pausing.get(key)?.failures ?? 0
    try {
      await run(thing)
      pausing.delete(key)
      if (earlier > 0) logger.info({ ...toFields(thing), work: name, failures: earlier }, 'Work recovered')
    } catch (err) {
      const pauseMs = PAUSES_MS[Math.min(earlier, PAUSES_MS.length - 1)] ?? 0
      pausing.set(key, { failures: earlier + 1, until: clock.now().getTime() + pauseMs })
      if (earlier === 0 && !isStopped)
        logger.error({ ...toFields(thing), work: name, err }, 'Work failed and is tried again')
    }
  }

  async function workUntilDone(key: string, thing: T): Promise<void> {
    const state = active.get(key)
    do {
      if (state !== undefined) state.again = false
      if (isStopped) break
      await work(key, thing)
    } while (state?.again === true && !isPausing(key))
    active.delete(key)
  }

  return {
    async start(thing) {
      const key = toKey(thing)
      if (isStopped || isPausing(key)) return
      const present = active.get(key)
      if (present !== undefined) {
        present.again = true
        return Promise.race([present.done, stopped.promise])
      }
      const state = { done: Promise.resolve(), again: false }
      active.set(key, state)
      state.done = limit(() => workUntilDone(key, thing))
      return Promise.race([state.done, stopped.promise])
    },
    isHeld: (thing) => active.has(toKey(thing)) || isPausing(toKey(thing)),
    countHeld() {
      const now = clock.now().getTime()
      // What nobody tried again for so long was settled elsewhere.
      for (const [key, { until }] of pausing) if (until + FORGET_AFTER_MS < now) pausing.delete(key)
      return active.size + [...pausing.values()].filter(({ until }) => until > now).length
    },
    async idle() {
      while (active.size > 0) await Promise.all([...active.values()].map(({ done }) => done))
    },
    stop() {
      isStopped = true
      stopped.resolve()
    },
  }
}
