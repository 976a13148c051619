import { findUser } from './findUser.ts'
import { findWritableChannel } from './findWritableChannel.ts'
import type { Method } from './Method.ts'
import { readContent } from './readContent.ts'
import { refuse } from './refuse.ts'
import { tiers } from './tiers.ts'

/** `chat.postEphemeral` */
export const postEphemeral: Method = {
  token: 'bot',
  scopes: ['chat:write'],
  perMinute: tiers.four,
  answer(world, call) {
    const channel = findWritableChannel(world, call)
    if (typeof channel === 'string') return refuse(channel)
    const { team, args } = call
    const user = findUser(world, { team: team.id, id: args.user })
    if (user === undefined || user.hasLeft) return refuse('user_not_in_channel')
    const read = readContent(world, call)
    if ('refusal' in read) return read.refusal
    const { text, blocks } = read.content
    const ts = world.nextTs()
    world.ephemerals.push({
      team: team.id,
      channel: channel.id,
      user: user.id,
      ts,
      text,
      blocks,
      via: 'chat.postEphemeral',
      edits: 0,
    })
    return { ok: true, message_ts: ts }
  },
}
