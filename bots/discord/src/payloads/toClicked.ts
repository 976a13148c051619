import type { MessageRef } from '@medikey/core'
import type { z } from 'zod'
import type { messageSchema } from './messageSchema.ts'
import { noGuild } from './noGuild.ts'

/** The message whose button was used; null where there is none. */
export function toClicked(interaction: {
  guild_id?: string | undefined
  message?: Pick<z.infer<typeof messageSchema>, 'id' | 'channel_id'> | undefined
}): MessageRef | null {
  const { message, guild_id: workspace = noGuild } = interaction
  if (message === undefined) return null
  return { platform: 'discord', workspace, channel: message.channel_id, messageId: message.id }
}
