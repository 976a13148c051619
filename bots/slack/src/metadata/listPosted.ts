import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { eventType } from './eventType.ts'

const PAGE = 200
const MOST_PAGES = 5

const pageSchema = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        user: z.string().optional(),
        bot_id: z.string().optional(),
        metadata: z.unknown().optional(),
      }),
    )
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})
const metadataSchema = z.object({
  event_type: z.literal(eventType),
  event_payload: z.object({ key: z.string() }),
})

/**
 * Looks for messages of this app by their key among the newest thousand of a channel, or below a message. There is one at
 * most unless two processes posted it around a crash; those stand close together, so one page more is looked through.
 *
 * @returns each message's `ts`, the oldest first
 */
export async function listPosted(
  deps: { client: WebClient; bot: { userId: string; botId: string | null } },
  options: { channel: string; threadTs: string | null; key: string },
): Promise<string[]> {
  const { client, bot } = deps
  const { channel, threadTs, key } = options
  const found: string[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { channel, limit: PAGE, include_all_metadata: true, ...(cursor ? { cursor } : {}) }
    const answer = pageSchema.parse(
      threadTs === null
        ? await client.conversations.history(query)
        : await client.conversations.replies({ ...query, ts: threadTs }),
    )
    const matches: string[] = []
    for (const message of answer.messages) {
      const metadata = metadataSchema.safeParse(message.metadata)
      // Another app may copy a key, but not the author.
      const isOurs = message.user === bot.userId || (bot.botId !== null && message.bot_id === bot.botId)
      if (isOurs && metadata.success && metadata.data.event_payload.key === key) matches.push(message.ts)
    }
    const wasFound = found.length > 0
    found.push(...matches)
    cursor = answer.response_metadata?.next_cursor
    if (!cursor || wasFound) break
  }
  // A `ts` is a number of fixed length: it sorts as text.
  return found.sort()
}
