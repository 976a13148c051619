import { z } from 'zod'
import type { Inbound } from './Inbound.ts'

/** A typed slash command. */
export type CommandInbound = Inbound & { readonly text: string; readonly triggerId: string }

/** Reads the payload of a slash command. */
export const commandSchema = z
  .object({
    text: z.string().default(''),
    team_id: z.string().min(1),
    user_id: z.string().min(1),
    channel_id: z.string().min(1),
    trigger_id: z.string().min(1),
    response_url: z.url().optional(),
  })
  .transform(
    (payload): CommandInbound => ({
      account: { platform: 'slack', workspace: payload.team_id, userId: payload.user_id },
      delivery: `slack:trigger:${payload.trigger_id}`,
      reply: {
        workspace: payload.team_id,
        userId: payload.user_id,
        responseUrl: payload.response_url ?? null,
        channel: payload.channel_id,
        replacesOriginal: false,
        home: null,
      },
      text: payload.text,
      triggerId: payload.trigger_id,
    }),
  )
