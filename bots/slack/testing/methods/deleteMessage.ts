import { findWritableChannel } from './findWritableChannel.ts'
import type { Method } from './Method.ts'
import { refuse } from './refuse.ts'
import { tiers } from './tiers.ts'

/** `chat.delete`: with a bot's token only the bot's own messages. */
export const deleteMessage: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  perMinute: tiers.three,
  answer(world, call) {
    const channel = findWritableChannel(world, call)
    if (typeof channel === 'string') return refuse(channel)
    const { ts } = call.args
    const index = world.messages.findIndex(
      (candidate) => candidate.channel === channel.id && candidate.ts === ts,
    )
    const message = world.messages[index]
    if (message === undefined) return refuse('message_not_found')
    if (message.author !== null) return refuse('cant_delete_message')
    world.messages.splice(index, 1)
    return { ok: true, channel: channel.id, ts: message.ts }
  },
}
