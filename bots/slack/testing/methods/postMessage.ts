import type { FakeMessage } from '../World.ts'
import { findChannel } from './findChannel.ts'
import type { Method } from './Method.ts'
import { readContent } from './readContent.ts'
import { refuse } from './refuse.ts'
import { toWireMessage } from './toWireMessage.ts'

/** `chat.postMessage` */
export const postMessage: Method = (world, args) => {
  const channel = findChannel(world, args.channel)
  if (typeof channel === 'string') return refuse(channel)
  const threadTs = typeof args.thread_ts === 'string' ? args.thread_ts : null
  if (
    threadTs !== null &&
    !world.messages.some((message) => message.channel === channel.id && message.ts === threadTs)
  ) {
    return refuse('thread_not_found')
  }
  const read = readContent(world, args)
  if ('refusal' in read) return read.refusal
  const message: FakeMessage = {
    channel: channel.id,
    ts: world.nextTs(),
    threadTs,
    text: read.content.text,
    blocks: read.content.blocks,
    metadata: read.content.metadata,
    edits: 0,
  }
  world.messages.push(message)
  return {
    ok: true,
    channel: channel.id,
    ts: message.ts,
    message: toWireMessage(world, message, { withMetadata: true }),
  }
}
