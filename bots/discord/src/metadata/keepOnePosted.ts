import { DiscordAPIError, type REST, Routes } from 'discord.js'
import { listPosted } from './listPosted.ts'
import type { MessageMetadata } from './toMetadata.ts'

const UNKNOWN_MESSAGE = 10_008

/**
 * Looks for a message of this app by its metadata, and removes all but the oldest: nobody is told twice. An app may always
 * remove what it posted itself.
 *
 * @returns the id of the one that is left; null when there was none
 */
export async function keepOnePosted(
  deps: { rest: REST; bot: { userId: string } },
  options: { channel: string; metadata: MessageMetadata; signal: AbortSignal },
): Promise<string | null> {
  const { channel, signal } = options
  const [kept = null, ...duplicates] = await listPosted(deps, options)
  for (const id of duplicates) {
    try {
      await deps.rest.delete(Routes.channelMessage(channel, id), { signal })
    } catch (error) {
      // Somebody else removed it already.
      if (!(error instanceof DiscordAPIError) || error.code !== UNKNOWN_MESSAGE) throw error
    }
  }
  return kept
}
