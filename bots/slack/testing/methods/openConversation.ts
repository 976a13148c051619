import type { Method } from './Method.ts'
import { refuse } from './refuse.ts'

/** `conversations.open`: the one direct message channel with a person. */
export const openConversation: Method = (world, args) => {
  const user = typeof args.users === 'string' ? world.users.get(args.users) : undefined
  if (user === undefined) return refuse('user_not_found')
  const known = [...world.channels.values()].find((channel) => channel.directTo === user.id)
  if (known !== undefined) return { ok: true, no_op: true, already_open: true, channel: { id: known.id } }
  const id = world.nextId('D')
  world.channels.set(id, { id, name: 'directmessage', isMember: true, directTo: user.id })
  return { ok: true, channel: { id } }
}
