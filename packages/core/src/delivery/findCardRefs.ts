import type { Deps } from '../Deps.ts'
import type { MessageRef } from '../model/Post.ts'

/** Where the request's card stands, on every platform where it was posted. */
export async function findCardRefs(
  deps: Pick<Deps, 'store' | 'settings'>,
  options: { requestId: string },
): Promise<MessageRef[]> {
  const { requestId } = options
  const refs = await Promise.all(
    deps.settings.platforms.map((platform) => deps.store.getCard({ requestId, platform })),
  )
  return refs.filter((ref) => ref !== null)
}
