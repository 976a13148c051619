import type { WebClient } from '@slack/web-api'
import { z } from 'zod'

const openedSchema = z.object({ channel: z.object({ id: z.string().min(1) }) })

/** Opens the direct message channel with a person and gives its id, which never changes. */
export async function openDirect(client: WebClient, options: { userId: string }): Promise<string> {
  const opened = openedSchema.parse(await client.conversations.open({ users: options.userId }))
  return opened.channel.id
}
