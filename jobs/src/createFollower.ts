import { createPollingSource, type Deps, type Followed, followOnce } from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import type { JobMetrics } from './JobMetrics.ts'
import type { JobRunner } from './schedule/createJobRunner.ts'
import type { ScheduledJob } from './schedule/ScheduledJob.ts'

/** How long rounds may fail before the process counts as not ready, in milliseconds. */
const STALE_AFTER_MS = 60_000

/** How fresh the projection of the chain is. */
export type Freshness = { readonly isFresh: boolean; readonly followedAt: Date | null }

/** Follows the contract's events. */
export type Follower = {
  /** One round, which read everything that there was or not; what it throws may be tried again. */
  follow(): Promise<'complete' | 'incomplete'>
  freshness(): Freshness
  /** Ends a running round after the batch that is being stored. */
  stop(): void
}

/**
 * Makes the follower. After a round that found something new, also one that failed then, and after the first one, the
 * monitors that watch the chain run at once: a grant that nobody approved is told within one round.
 *
 * @example
 * const follower = createFollower({ deps, schedule, runner, logger, metrics })
 * await follower.follow()
 */
export function createFollower(options: {
  deps: Deps
  schedule: readonly ScheduledJob[]
  runner: JobRunner
  logger: Logger
  metrics: JobMetrics
}): Follower {
  const { deps, runner, logger, metrics } = options
  const watching = options.schedule.filter(({ afterFollow }) => afterFollow)
  // At first all of them: a crash may have come between the events and their alerts.
  let owed: readonly ScheduledJob[] = watching
  let followedAt: Date | null = null
  const startedAt = deps.clock.now()
  const source = createPollingSource(deps.ledger)
  const stopping = new AbortController()

  async function readChain(): Promise<'complete' | 'incomplete'> {
    let told = { events: 0, failedCalls: 0, undone: 0 }
    const { events, failedCalls, blockHeight, isComplete } = await followOnce(deps, {
      source,
      signal: stopping.signal,
      onBatch(followed) {
        // A long history is many batches: each of them shows that the follower is at work.
        followedAt = deps.clock.now()
        metrics.eventsFollowed({ count: followed.events - told.events })
        if (followed.undone > told.undone)
          logger.warn({ events: followed.undone }, 'A reorg took events back')
        // What came before a batch that fails is owed as well.
        if (isMore(followed, told)) owed = watching
        told = followed
        logger.debug(
          { events: followed.events, blockHeight: followed.blockHeight },
          'Batch of the history applied',
        )
      },
    })
    followedAt = deps.clock.now()
    if (events + failedCalls > 0)
      logger.info({ events, failedCalls, blockHeight }, 'Events of the contract applied')
    return isComplete ? 'complete' : 'incomplete'
  }

  async function runOwed(): Promise<void> {
    const due = owed
    owed = []
    const outcomes = await Promise.all(due.map((job) => runner.run(job)))
    // A run that was going on already may have looked before these events came: it is owed still.
    owed = due.filter((_, index) => outcomes[index]?.outcome === 'skipped')
  }

  return {
    async follow() {
      try {
        return await readChain()
      } finally {
        await runOwed()
      }
    },
    stop: () => stopping.abort(),
    freshness() {
      const since = deps.clock.now().getTime() - (followedAt ?? startedAt).getTime()
      return { isFresh: followedAt !== null && since < STALE_AFTER_MS, followedAt }
    },
  }
}

type Counts = Pick<Followed, 'events' | 'failedCalls' | 'undone'>

const isMore = (one: Counts, other: Counts) =>
  one.events > other.events || one.failedCalls > other.failedCalls || one.undone > other.undone
