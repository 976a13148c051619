import { BaseError } from '@medikey/errors'
import type { Jobs } from '@medikey/jobs'
import type { HttpServer } from '@medikey/runtime'
import type { SlackApp } from '@medikey/slack'
import type { OpenStore } from '@medikey/store'
import type { OpenChain } from './openChain.ts'

/** Says at `/readyz` what of this process works. */
export function addReadinessChecks(
  http: Pick<HttpServer, 'addReadinessCheck'>,
  parts: { opened: OpenStore; chain: OpenChain; jobs: Jobs; slack: SlackApp | null },
): void {
  const { opened, chain, jobs, slack } = parts
  http.addReadinessCheck({ name: 'store', check: () => opened.ping() })
  http.addReadinessCheck({ name: 'chain', check: async () => void (await chain.client.getTip()) })
  http.addReadinessCheck({
    name: 'follower',
    check() {
      const freshness = jobs.freshness()
      if (freshness === null || freshness.isFresh) return
      throw new BaseError({
        code: 'FOLLOWER_STALE',
        shortMessage: `The events of the contract were read ${freshness.followedAt === null ? 'never yet' : `last at ${freshness.followedAt.toISOString()}`}.`,
      })
    },
  })
  if (slack === null) return
  http.addReadinessCheck({
    name: 'slack',
    check() {
      if (slack.isConnected()) return
      throw new BaseError({ code: 'SLACK_DISCONNECTED', shortMessage: 'Slack is not connected.' })
    },
  })
}
