import { findChannel } from './findChannel.ts'
import type { Method } from './Method.ts'
import { readContent } from './readContent.ts'
import { refuse } from './refuse.ts'

/** `chat.postEphemeral` */
export const postEphemeral: Method = (world, args) => {
  const channel = findChannel(world, args.channel)
  if (typeof channel === 'string') return refuse(channel)
  if (typeof args.user !== 'string' || !world.users.has(args.user)) return refuse('user_not_in_channel')
  const read = readContent(world, args)
  if ('refusal' in read) return read.refusal
  const { text, blocks } = read.content
  world.ephemerals.push({ channel: channel.id, user: args.user, text, blocks, via: 'chat.postEphemeral' })
  return { ok: true, message_ts: world.nextTs() }
}
