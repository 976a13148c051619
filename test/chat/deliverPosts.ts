import { type Deps, deliverLane, type Messenger } from '@medikey/core'

/** Posts what is due, as the delivery job does. */
export async function deliverPosts(deps: Deps, options: { messenger: Messenger }): Promise<void> {
  const now = deps.clock.now()
  const lanes = await deps.store.listDueLanes({ now, staleBefore: now, limit: 100 })
  for (const lane of lanes) await deliverLane(deps, { lane, messenger: options.messenger })
}
