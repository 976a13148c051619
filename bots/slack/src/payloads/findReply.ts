import { z } from 'zod'
import type { ReplyAddress } from './Inbound.ts'
import { personSchema, teamSchema } from './personSchema.ts'

const optional = z.string().min(1).nullish().catch(null)

const commandSchema = z
  .object({ user_id: z.string().min(1), team_id: optional, channel_id: optional, response_url: optional })
  .transform(({ user_id, team_id, channel_id, response_url }) => ({
    userId: user_id,
    workspace: team_id ?? '',
    channel: channel_id ?? null,
    responseUrl: response_url ?? null,
  }))

const interactionSchema = z
  .object({
    user: personSchema,
    team: teamSchema.catch(null),
    channel: z
      .object({ id: z.string().min(1) })
      .nullish()
      .catch(null),
    response_url: optional,
  })
  .transform(({ user, team, channel, response_url }) => ({
    userId: user.id,
    workspace: team?.id ?? '',
    channel: channel?.id ?? null,
    responseUrl: response_url ?? null,
  }))

/** Where to answer who sent something of which nothing else can be read; null where not even that stands in it. */
export function findReply(body: unknown): ReplyAddress | null {
  const found = z.union([commandSchema, interactionSchema]).safeParse(body)
  return found.success ? { ...found.data, replacesOriginal: false, home: null } : null
}
