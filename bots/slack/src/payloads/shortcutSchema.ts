import { z } from 'zod'
import type { Inbound } from './Inbound.ts'
import { personSchema, teamSchema } from './personSchema.ts'
import { toAccount } from './toAccount.ts'

/** A shortcut that was chosen in the menu of a message. */
export type ShortcutInbound = Inbound & {
  readonly callbackId: string
  readonly triggerId: string
  /** The bot that wrote the message; null: a person, or somebody else's bot without an id. */
  readonly botId: string | null
  /** As Slack sends them; somebody else's may be anything. */
  readonly blocks: readonly unknown[]
}

/** Reads the payload of a message shortcut. */
export const shortcutSchema = z
  .object({
    user: personSchema,
    team: teamSchema,
    callback_id: z.string(),
    trigger_id: z.string().min(1),
    response_url: z.url().optional(),
    channel: z.object({ id: z.string().min(1) }).optional(),
    message: z.object({
      bot_id: z.string().optional(),
      blocks: z.array(z.unknown()).default([]).catch([]),
    }),
  })
  .transform(
    (payload): ShortcutInbound => ({
      account: toAccount(payload),
      delivery: `slack:trigger:${payload.trigger_id}`,
      reply: {
        workspace: payload.team?.id ?? '',
        userId: payload.user.id,
        responseUrl: payload.response_url ?? null,
        channel: payload.channel?.id ?? null,
        replacesOriginal: false,
        home: null,
      },
      callbackId: payload.callback_id,
      triggerId: payload.trigger_id,
      botId: payload.message.bot_id ?? null,
      blocks: payload.message.blocks,
    }),
  )
