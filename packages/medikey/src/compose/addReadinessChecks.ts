import { BaseError } from '@medikey/errors'
import type { Jobs } from '@medikey/jobs'
import type { HttpServer } from '@medikey/runtime'
import type { OpenStore } from '@medikey/store'
import type { ChatApp } from './ChatApp.ts'
import type { OpenChain } from './openChain.ts'

/** Says at `/readyz` what of this process works. */
export function addReadinessChecks(
  http: Pick<HttpServer, 'addReadinessCheck'>,
  parts: { opened: OpenStore; chain: OpenChain; jobs: Jobs; apps: readonly ChatApp[] },
): void {
  const { opened, chain, jobs, apps } = parts
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
  for (const { platform, isConnected } of apps) {
    http.addReadinessCheck({
      name: platform,
      check() {
        if (isConnected()) return
        throw new BaseError({ code: 'CHAT_DISCONNECTED', shortMessage: `${platform} is not connected.` })
      },
    })
  }
}
