import type { FakeMessage } from '../World.ts'
import { findWritableChannel } from './findWritableChannel.ts'
import type { Method } from './Method.ts'
import { readContent } from './readContent.ts'
import { refuse } from './refuse.ts'
import { toWireMessage } from './toWireMessage.ts'

/** `chat.postMessage`. How often is limited by channel: see {@link getPostDelay}. */
export const postMessage: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  perMinute: null,
  answer(world, call) {
    const channel = findWritableChannel(world, call)
    if (typeof channel === 'string') return refuse(channel)
    if (channel.kind === 'direct' && world.manifest?.features.app_home.messages_tab_enabled === false) {
      return refuse('messages_tab_disabled')
    }
    const { args } = call
    const threadTs = typeof args.thread_ts === 'string' ? args.thread_ts : null
    if (
      threadTs !== null &&
      !world.messages.some((message) => message.channel === channel.id && message.ts === threadTs)
    ) {
      return refuse('thread_not_found')
    }
    const read = readContent(world, call)
    if ('refusal' in read) return read.refusal
    const message: FakeMessage = {
      team: channel.team,
      channel: channel.id,
      author: null,
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
  },
}
