import type { MessageRef } from '@medikey/core'
import { z } from 'zod'
import type { Inbound } from './Inbound.ts'
import { personSchema, teamSchema } from './personSchema.ts'
import { toAccount } from './toAccount.ts'

/** A click on a button. */
export type ClickInbound = Inbound & {
  readonly triggerId: string
  /** Which button. */
  readonly actionId: string
  /** What the button carries; it proves nothing. */
  readonly value: string
  /**
   * The message that the button stands in; null where it stands in none. On a person's own Home tab, which Slack shows
   * to nobody else, a click is as good as a typed command.
   */
  readonly clicked: MessageRef | 'command' | null
}

/** Reads the payload of a click. */
export const clickSchema = z
  .object({
    user: personSchema,
    team: teamSchema,
    trigger_id: z.string().min(1),
    response_url: z.url().optional(),
    channel: z.object({ id: z.string().min(1) }).optional(),
    container: z
      .object({
        channel_id: z.string().min(1),
        message_ts: z.string().min(1),
        is_ephemeral: z.boolean().default(false),
      })
      .optional()
      .catch(undefined),
    view: z.object({ type: z.string() }).optional(),
    message: z.object({ team: z.string().min(1).optional() }).optional(),
    actions: z.array(z.object({ action_id: z.string(), value: z.string().default('') })).min(1),
  })
  .transform((payload): ClickInbound => {
    const account = toAccount(payload)
    const isHome = payload.view?.type === 'home'
    return {
      account,
      delivery: `slack:trigger:${payload.trigger_id}`,
      reply: {
        workspace: payload.team?.id ?? '',
        userId: payload.user.id,
        responseUrl: payload.response_url ?? null,
        channel: payload.container?.channel_id ?? payload.channel?.id ?? null,
        replacesOriginal: payload.container?.is_ephemeral ?? false,
        home: isHome ? account : null,
      },
      triggerId: payload.trigger_id,
      actionId: payload.actions[0]?.action_id ?? '',
      value: payload.actions[0]?.value ?? '',
      clicked: isHome ? 'command' : findClicked(payload),
    }
  })

function findClicked(payload: {
  container?: { channel_id: string; message_ts: string } | undefined
  message?: { team?: string | undefined } | undefined
  team?: { id: string } | null | undefined
}): MessageRef | null {
  const { container, message, team } = payload
  if (container === undefined) return null
  return {
    platform: 'slack',
    workspace: message?.team ?? team?.id ?? '',
    channel: container.channel_id,
    messageId: container.message_ts,
  }
}
