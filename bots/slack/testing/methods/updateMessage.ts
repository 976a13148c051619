import { findWritableChannel } from './findWritableChannel.ts'
import type { Method } from './Method.ts'
import { readContent } from './readContent.ts'
import { refuse } from './refuse.ts'
import { tiers } from './tiers.ts'
import { toWireMessage } from './toWireMessage.ts'

/** An edited text may be shorter only than a posted one. */
const LONGEST_TEXT = 4000

/** `chat.update` */
export const updateMessage: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  perMinute: tiers.three,
  answer(world, call) {
    const channel = findWritableChannel(world, call)
    if (typeof channel === 'string') return refuse(channel)
    const { args } = call
    const message = world.messages.find(
      (candidate) => candidate.channel === channel.id && candidate.ts === args.ts,
    )
    if (message === undefined) return refuse('message_not_found')
    if (message.author !== null) return refuse('cant_update_message')
    const read = readContent(world, call)
    if ('refusal' in read) return read.refusal
    if (Buffer.byteLength(read.content.text) > LONGEST_TEXT) return refuse('msg_too_long')
    message.text = read.content.text
    message.blocks = read.content.blocks
    message.metadata = read.content.metadata ?? message.metadata
    message.edits += 1
    return {
      ok: true,
      channel: channel.id,
      ts: message.ts,
      text: message.text,
      message: toWireMessage(world, message, { withMetadata: true }),
    }
  },
}
