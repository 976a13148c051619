import type { Deps } from '../Deps.ts'
import { composeDigest } from '../digest/composeDigest.ts'
import type { Message } from '../messages/Message.ts'
import type { Lane } from '../model/Post.ts'
import type { DrawCharts } from '../ports/DrawCharts.ts'
import type { Image } from '../ports/Messenger.ts'

/** A digest as it is posted. */
export type PreparedDigest = { readonly message: Message; readonly images: readonly Image[] }

/** Composes and draws the digest that a lane is about; null where it is about something else. */
export async function prepareDigest(
  deps: Pick<Deps, 'store' | 'directory' | 'settings'>,
  options: { lane: Lane; drawCharts?: DrawCharts },
): Promise<PreparedDigest | null> {
  const { lane, drawCharts } = options
  if (!('digestId' in lane.subject)) return null
  const digest = await deps.store.getDigest(lane.subject.digestId)
  if (digest === null) return null
  const { message, charts } = composeDigest(deps, digest)
  const pictures = charts.length === 0 ? [] : ((await drawCharts?.(charts)) ?? [])
  const images = charts.flatMap(({ name, alt }, index) => {
    const png = pictures[index]
    return png === undefined ? [] : [{ name: `${name}.png`, alt, png }]
  })
  return { message, images }
}
