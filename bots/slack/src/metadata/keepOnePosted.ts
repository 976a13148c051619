import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { listPosted } from './listPosted.ts'

/** Somebody else removed it, or the workspace lets no app remove a message: then the duplicate stays. */
const UNREMOVABLE: readonly string[] = ['message_not_found', 'cant_delete_message']

/**
 * Looks for a message of this app by its key, and removes all but the oldest: nobody is told twice.
 *
 * @returns the `ts` of the one that is left; null when there was none
 */
export async function keepOnePosted(
  deps: { client: WebClient; bot: { userId: string; botId: string | null } },
  options: { channel: string; threadTs: string | null; key: string },
): Promise<string | null> {
  const [kept = null, ...duplicates] = await listPosted(deps, options)
  for (const ts of duplicates) {
    try {
      await deps.client.chat.delete({ channel: options.channel, ts })
    } catch (error) {
      if (!(error instanceof WebAPIPlatformError) || !UNREMOVABLE.includes(error.data.error)) throw error
    }
  }
  return kept
}
