import type { Severity } from '../../src/model/Alert.ts'
import type { DeliveryReader } from '../../src/ports/DeliveryStore.ts'
import type { MemoryState } from './MemoryState.ts'

/** Reads of how telling people fares. */
export function createDeliveryReader(view: () => MemoryState): DeliveryReader {
  return {
    async summarizePosts({ failedSince }) {
      const posts = [...view().posts.values()].filter(
        ({ state, settledAt }) =>
          state === 'unsent' || (state === 'failed' && settledAt !== null && settledAt >= failedSince),
      )
      const platforms = [...new Set(posts.map(({ lane }) => lane.platform))].sort()
      return platforms.map((platform) => {
        const own = posts.filter(({ lane }) => lane.platform === platform)
        const waiting = own.filter(({ state }) => state === 'unsent')
        const [longest = null] = waiting
          .map(({ createdAt }) => createdAt)
          .sort((a, b) => Number(a) - Number(b))
        const told = own
          .filter(({ error }) => error !== null)
          .sort((a, b) => Number(a.settledAt) - Number(b.settledAt))
        return {
          platform,
          waiting: waiting.length,
          waitsSince: longest,
          failed: own.length - waiting.length,
          error: told.at(-1)?.error ?? null,
        }
      })
    },

    async countOpenAlertsBySeverity() {
      const open = [...view().alerts.values()].filter(
        ({ status }) => status === 'firing' || status === 'acknowledged',
      )
      const count = (wanted: Severity) => open.filter(({ severity }) => severity === wanted).length
      return { info: count('info'), warning: count('warning'), critical: count('critical') }
    },
  }
}
