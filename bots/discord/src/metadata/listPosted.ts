import { type REST, Routes } from 'discord.js'
import { z } from 'zod'
import type { MessageMetadata } from './toMetadata.ts'

const PAGE = 100
const MOST_PAGES = 10

const part = z.object({ id: z.int().optional() })
const pageSchema = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    components: z.array(part.extend({ components: z.array(part).optional() })).optional(),
  }),
)

/**
 * Looks for messages of this app by their metadata among the newest thousand of a channel, a thread or a direct message.
 * There is one at most unless two processes posted it around a crash; those stand close together, so one page more is
 * looked through.
 *
 * @returns each message's id, the oldest first
 */
export async function listPosted(
  deps: { rest: REST; bot: { userId: string } },
  options: { channel: string; metadata: MessageMetadata; signal: AbortSignal },
): Promise<string[]> {
  const { channel, metadata, signal } = options
  const found: string[] = []
  let before: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ limit: `${PAGE}`, ...(before === undefined ? {} : { before }) })
    const messages = pageSchema.parse(await deps.rest.get(Routes.channelMessages(channel), { query, signal }))
    const matches = messages.filter(({ author, components = [] }) => {
      const [container] = components
      const ids = [container?.id, container?.components?.[0]?.id]
      // Another app may copy numbers, but not the author.
      return author.id === deps.bot.userId && ids.every((id, index) => id === metadata.ids[index])
    })
    const wasFound = found.length > 0
    // The newest come first.
    found.unshift(...matches.map(({ id }) => id).reverse())
    before = messages.at(-1)?.id
    if (messages.length < PAGE || wasFound) break
  }
  return found
}
