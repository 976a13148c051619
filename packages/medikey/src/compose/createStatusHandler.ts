import type { Deps } from '@medikey/core'
import type { HeartbeatState, Jobs } from '@medikey/jobs'
import { type ControlHandler, defineControlHandler } from '@medikey/runtime'
import { z } from 'zod'
import packageJson from '../../package.json' with { type: 'json' }
import { GIVEN_UP_MS } from '../check/describeUndelivered.ts'

/** Counts go no further: a status is a glance, not an audit. */
const MOST = 100
const DISTANT = new Date('9999-12-31T00:00:00Z')

/** What `medikey` commands ask the running process first: who it is, where it serves, and how much is going on. */
export function createStatusHandler(
  deps: Deps,
  options: {
    url: string
    startedAt: Date
    isConfigChanged: () => boolean
    jobs: Pick<Jobs, 'heartbeat'>
  },
): ControlHandler {
  const { url, startedAt, isConfigChanged, jobs } = options
  return defineControlHandler({
    params: z.unknown(),
    async run() {
      const failedSince = new Date(deps.clock.now().getTime() - GIVEN_UP_MS)
      const [pending, unfinished, records, checkpoint, posts] = await Promise.all([
        deps.store.findRequests({ status: 'pending', limit: MOST }),
        deps.store.listUnfinishedTransactions({ now: DISTANT, limit: MOST }),
        deps.store.countRecords({}),
        deps.store.getCheckpoint(),
        deps.store.summarizePosts({ failedSince }),
      ])
      return {
        version: packageJson.version,
        node: process.version,
        pid: process.pid,
        url,
        startedAt: startedAt.toISOString(),
        uptimeSeconds: Math.floor((deps.clock.now().getTime() - startedAt.getTime()) / 1_000),
        network: deps.settings.network,
        contract: deps.settings.contract,
        platforms: deps.settings.platforms,
        isConfigChanged: isConfigChanged(),
        heartbeat: toState(jobs.heartbeat()),
        // At most 100 of each are counted.
        pendingRequests: pending.length,
        unfinishedTransactions: unfinished.length,
        records,
        followedHeight: checkpoint?.blockHeight ?? null,
        posts: posts.map((post) => ({ ...post, waitsSince: post.waitsSince?.toISOString() ?? null })),
      }
    },
  })
}

function toState(state: HeartbeatState | null) {
  return state === null ? null : { ...state, heardAt: state.heardAt?.toISOString() ?? null }
}
