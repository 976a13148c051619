import type { Deps } from '../Deps.ts'
import type { Digest, DigestPeriod } from '../model/Digest.ts'
import { readDigest } from './readDigest.ts'

/**
 * Sends the digest of the last period that was over at an instant to every chat platform: once, whatever is restarted and
 * however many processes try. Its figures are stored with its posts, so that every try tells the same.
 *
 * @returns the digest; null when it was sent before
 * @example
 * await sendDigest(deps, { period: 'daily', at: clock.now() })
 */
export async function sendDigest(
  deps: Pick<Deps, 'store' | 'settings'>,
  options: { period: DigestPeriod; at: Date },
): Promise<Digest | null> {
  const { store, settings } = deps
  const digest = await readDigest(deps, options)
  const { id } = digest
  return store.transaction(async (unit) => {
    if (!(await unit.insertDigest(digest))) return null
    for (const platform of settings.platforms) {
      const lane = { subject: { digestId: id }, platform }
      const post = {
        id: `digest-${id}-${platform}`,
        lane,
        kind: 'digest',
        recipient: null,
        message: null,
      } as const
      await unit.addPosts([{ ...post, at: options.at }])
      await unit.enqueue({ name: 'deliver', lane })
    }
    return digest
  })
}
