import { findChannel } from './findChannel.ts'
import type { Method } from './Method.ts'
import { readContent } from './readContent.ts'
import { refuse } from './refuse.ts'
import { toWireMessage } from './toWireMessage.ts'

/** `chat.update` */
export const updateMessage: Method = (world, args) => {
  const channel = findChannel(world, args.channel)
  if (typeof channel === 'string') return refuse(channel)
  const message = world.messages.find(
    (candidate) => candidate.channel === channel.id && candidate.ts === args.ts,
  )
  if (message === undefined) return refuse('message_not_found')
  const read = readContent(world, args)
  if ('refusal' in read) return read.refusal
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
}
