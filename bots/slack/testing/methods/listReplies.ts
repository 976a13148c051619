import { findChannel } from './findChannel.ts'
import type { Method } from './Method.ts'
import { paginate } from './paginate.ts'
import { refuse } from './refuse.ts'
import { toWireMessage } from './toWireMessage.ts'

/** `conversations.replies`: the message and what stands below it, oldest first. */
export const listReplies: Method = (world, args) => {
  const channel = findChannel(world, args.channel)
  if (typeof channel === 'string') return refuse(channel)
  const here = world.messages.filter((message) => message.channel === channel.id)
  if (!here.some((message) => message.ts === args.ts)) return refuse('thread_not_found')
  const withMetadata = ['true', '1', 'True'].includes(String(args.include_all_metadata))
  const found = here
    .filter((message) => message.ts === args.ts || message.threadTs === args.ts)
    .map((message) => toWireMessage(world, message, { withMetadata }))
  return paginate(found, args)
}
