import { z } from 'zod'
import { snowflake } from '../schemas/fieldSchemas.ts'
import { parseForm } from '../schemas/parseForm.ts'
import { toWireMessage } from '../wire/toWireMessage.ts'
import { findChannel } from './findChannel.ts'
import type { Route } from './Route.ts'

const querySchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  before: snowflake.optional(),
  after: snowflake.optional(),
})

/** `GET /channels/:channel/messages`: newest first; what only one person sees is not among them. */
export const listMessages: Route = (world, { params, query }) => {
  const channel = findChannel(world, params.channel)
  const { limit, before, after } = parseForm(querySchema, Object.fromEntries(query))
  if (channel.denied.has('ReadMessageHistory')) return { status: 200, body: [] }
  const messages = world.messages.filter(
    (message) =>
      message.channel === channel.id &&
      message.visibleTo === null &&
      (before === undefined || BigInt(message.id) < BigInt(before)) &&
      (after === undefined || BigInt(message.id) > BigInt(after)),
  )
  const page = after === undefined ? messages.slice(-limit) : messages.slice(0, limit)
  return { status: 200, body: page.reverse().map((message) => toWireMessage(world, message)) }
}
