import { findUser } from './findUser.ts'
import type { Method } from './Method.ts'
import { refuse } from './refuse.ts'
import { tiers } from './tiers.ts'

/** `conversations.open`: the one direct message channel with a person. */
export const openConversation: Method = {
  token: 'bot',
  scopes: ['im:write'],
  perMinute: tiers.three,
  answer(world, { team, args }) {
    if (args.users === team.bot.userId) return refuse('cannot_dm_bot')
    const user = findUser(world, { team: team.id, id: args.users })
    if (user === undefined) return refuse('user_not_found')
    const known = [...world.channels.values()].find(
      (channel) => channel.directTo === user.id && channel.team === team.id,
    )
    if (known !== undefined) return { ok: true, no_op: true, already_open: true, channel: { id: known.id } }
    if (user.hasLeft) return refuse('user_disabled')
    const id = world.nextId('D')
    world.channels.set(id, {
      id,
      team: team.id,
      name: 'directmessage',
      kind: 'direct',
      isMember: true,
      isArchived: false,
      directTo: user.id,
    })
    return { ok: true, channel: { id } }
  },
}
