import { type Deps, deliverLane, type MessageRef, type Messenger } from '@medikey/core'
import { WORKSPACE } from './openSimulatedMedikey.ts'

/** A chat that only counts what arrives. */
export function createChannel(deps: Deps): {
  deliver(): Promise<void>
  count(): { readonly posts: number; readonly twice: number }
} {
  const keys = new Set<string>()
  let posts = 0
  const take = async ({ key }: { key: string }): Promise<MessageRef> => {
    keys.add(key)
    posts += 1
    return { platform: 'slack', workspace: WORKSPACE, channel: 'C0', messageId: String(posts) }
  }
  const messenger: Messenger = {
    platform: 'slack',
    postCard: take,
    postThread: take,
    notifyUser: take,
    postAlert: take,
    postDigest: take,
    updateCard: async () => {},
  }
  return {
    async deliver() {
      for (;;) {
        const now = deps.clock.now()
        const lanes = await deps.store.listDueLanes({ now, staleBefore: now, limit: 100 })
        if (lanes.length === 0) return
        for (const lane of lanes) await deliverLane(deps, { lane, messenger })
      }
    },
    count: () => ({ posts, twice: posts - keys.size }),
  }
}
