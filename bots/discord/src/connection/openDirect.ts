import { type REST, Routes } from 'discord.js'
import { z } from 'zod'

const openedSchema = z.object({ id: z.string().min(1) })

/** Opens the direct message channel with a person and gives its id, which never changes. */
export async function openDirect(
  rest: REST,
  options: { userId: string; signal: AbortSignal },
): Promise<string> {
  const { userId, signal } = options
  const opened = await rest.post(Routes.userChannels(), { body: { recipient_id: userId }, signal })
  return openedSchema.parse(opened).id
}
