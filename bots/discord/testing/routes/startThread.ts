import { z } from 'zod'
import { parseForm } from '../schemas/parseForm.ts'
import type { FakeChannel } from '../World.ts'
import { toWireChannel } from '../wire/toWireChannel.ts'
import { ApiRefusal } from './ApiRefusal.ts'
import { announceMessage } from './announceMessage.ts'
import { findChannel } from './findChannel.ts'
import { findMessage } from './findMessage.ts'
import type { Route } from './Route.ts'

const bodySchema = z.object({
  name: z.string().min(1).max(100),
  auto_archive_duration: z.literal([60, 1440, 4320, 10080]).optional(),
  rate_limit_per_user: z.int().min(0).max(21_600).nullable().optional(),
})

/** `POST /channels/:channel/messages/:message/threads`: one a message, under the message's own id. */
export const startThread: Route = (world, { params, body }) => {
  const channel = findChannel(world, params.channel, 'CreatePublicThreads')
  if (channel.kind !== 'text') throw new ApiRefusal(50024)
  const message = findMessage(world, { channel: channel.id, id: params.message })
  const { name } = parseForm(bodySchema, body)
  if (world.channels.has(message.id)) throw new ApiRefusal(160004)
  const thread: FakeChannel = {
    id: message.id,
    name,
    kind: 'thread',
    guildId: channel.guildId,
    directTo: null,
    parentId: channel.id,
    denied: new Set(),
    createdAt: world.now(),
  }
  world.channels.set(thread.id, thread)
  const wire = toWireChannel(world, thread)
  world.dispatch({ type: 'THREAD_CREATE', intent: 'Guilds', data: { ...wire, newly_created: true } })
  announceMessage(world, 'MESSAGE_UPDATE', message)
  return { status: 201, body: wire }
}
