import {
  CLAIM_MS,
  type Delivery,
  type Deps,
  type Destination,
  type DrawCharts,
  deliverLane,
  type Lane,
  type Messenger,
  type Webhook,
} from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import { createChartDrawer } from './charts/createChartDrawer.ts'
import type { JobMetrics } from './JobMetrics.ts'
import { createKeyedRunner } from './loops/createKeyedRunner.ts'

const CONCURRENCY = 4
const BATCH = 100

/** Brings stored messages to the chat platforms and to the webhook. */
export type DeliveryWorker = {
  /** The fast path: a job woke for this lane. Leaves lanes of platforms alone that this process does not serve. Never rejects. */
  deliver(options: { lane: Lane }): Promise<void>
  /** Looks at the rows and begins work on every lane that is due. */
  sweep(): Promise<void>
  /** Resolves once nothing is being sent. */
  idle(): Promise<void>
  stop(): void
}

/**
 * Makes the worker that sends what waits in lanes.
 *
 * @param options.messengers the platforms that this process serves, and the webhook
 * @param options.drawCharts in place of the drawing of charts
 * @example
 * const worker = createDeliveryWorker({ deps, messengers: [slack], logger, metrics })
 * await worker.sweep()
 */
export function createDeliveryWorker(options: {
  deps: Deps
  messengers: readonly (Messenger | Webhook)[]
  logger: Logger
  metrics: JobMetrics
  drawCharts?: DrawCharts
}): DeliveryWorker {
  const { deps, logger, metrics, drawCharts = createChartDrawer({ logger }) } = options
  const messengers = new Map<Destination, Messenger | Webhook>(
    options.messengers.map((messenger) => [messenger.platform, messenger]),
  )

  async function run(lane: Lane): Promise<void> {
    const messenger = messengers.get(lane.platform)
    if (messenger === undefined) return
    for (const delivery of await deliverLane(deps, { lane, messenger, drawCharts })) tell(delivery)
  }

  function tell({ post, outcome }: Delivery): void {
    const { platform, subject } = post.lane
    const facts = { postId: post.id, kind: post.kind, platform, ...subject, attempts: post.attempts }
    const count = (word: 'sent' | 'retry' | 'failed') =>
      metrics.postTried({ platform, kind: post.kind, outcome: word })
    if ('sent' in outcome) {
      count('sent')
      logger.info(facts, 'Post sent')
    } else if ('failed' in outcome) {
      count('failed')
      logger.error({ ...facts, problem: outcome.failed }, 'Post given up')
    } else if ('gone' in outcome) {
      count('retry')
      logger.warn(facts, 'Message was deleted, and is posted anew')
    } else {
      count('retry')
      logger.warn({ ...facts, problem: outcome.error, retryAt: outcome.retryAt }, 'Post is tried again later')
    }
  }

  const runner = createKeyedRunner<Lane>({
    name: 'delivery',
    concurrency: CONCURRENCY,
    clock: deps.clock,
    logger,
    toKey: ({ platform, subject }) => `${platform}/${JSON.stringify(subject)}`,
    toFields: ({ platform, subject }) => ({ platform, ...subject }),
    run,
  })
  const isServed = (lane: Lane) => messengers.has(lane.platform)

  return {
    deliver: async ({ lane }) => (isServed(lane) ? runner.start(lane) : undefined),
    async sweep() {
      const now = deps.clock.now()
      const lanes = await deps.store.listDueLanes({
        now,
        staleBefore: new Date(now.getTime() - CLAIM_MS),
        platforms: [...messengers.keys()],
        limit: BATCH + runner.countHeld(),
      })
      for (const lane of lanes) if (!runner.isHeld(lane)) void runner.start(lane)
    },
    idle: runner.idle,
    stop: runner.stop,
  }
}
