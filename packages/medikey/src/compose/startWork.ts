import { setTimeout as wait } from 'node:timers/promises'
import type { Deps, Webhook } from '@medikey/core'
import { type Jobs, startJobs } from '@medikey/jobs'
import type { Config, HttpServer, Logger, Shutdown } from '@medikey/runtime'
import type { OpenStore } from '@medikey/store'
import type { ChatApp } from './ChatApp.ts'
import type { Metrics } from './createMetrics.ts'
import type { OpenChat } from './openChat.ts'
import type { Parts } from './Parts.ts'

/** How long an answer to a person may hold up the end; the jobs limit their own. */
const CHAT_DRAIN_MS = 4_000

/**
 * Starts what takes work: the jobs, and then the listening to people. Both stop together, since either may take its
 * time.
 */
export async function startWork(
  deps: Deps,
  options: {
    opened: OpenStore
    chat: OpenChat
    http: Pick<HttpServer, 'mount'>
    metrics: Metrics
    config: Pick<Config, 'heartbeatUrl'>
    webhook: Webhook | null
    parts: Parts
    logger: Logger
    shutdown: Shutdown
  },
): Promise<{ jobs: Jobs; apps: readonly ChatApp[] }> {
  const { opened, chat, http, metrics, config, webhook, parts, logger, shutdown } = options
  const jobs = await startJobs({
    deps,
    queue: opened.queue,
    messengers: chat.messengers,
    // One of the processes on a store is enough, and it is the one that keeps time.
    webhook: parts.worker ? webhook : null,
    heartbeatUrl: config.heartbeatUrl,
    logger,
    metrics: metrics.jobs,
    parts: { worker: parts.worker, follower: parts.follower, schedule: parts.jobs },
  })
  const apps = chat.createApps(deps)
  shutdown.add({
    name: 'work',
    async stop() {
      const answered = Promise.race([
        Promise.all(apps.map((app) => app.stop())),
        wait(CHAT_DRAIN_MS, undefined, { ref: false }),
      ])
      await Promise.all([answered, jobs.stop()])
    },
  })
  for (const { platform, requestListener } of apps) {
    if (requestListener !== undefined) http.mount(`/${platform}/events`, requestListener)
  }
  await Promise.all(apps.map((app) => app.start()))
  return { jobs, apps }
}
