import { findChannel } from './findChannel.ts'
import { findHistoryScope } from './findHistoryScope.ts'
import { isTrue } from './isTrue.ts'
import type { Method } from './Method.ts'
import { paginate } from './paginate.ts'
import { refuse } from './refuse.ts'
import { tiers } from './tiers.ts'
import { toWireMessage } from './toWireMessage.ts'

/** `conversations.replies`: the message and what stands below it, oldest first. */
export const listReplies: Method = {
  token: 'bot',
  scopes: ['channels:history', 'groups:history', 'im:history'],
  findScope: findHistoryScope,
  perMinute: tiers.three,
  answer(world, call) {
    const channel = findChannel(world, call)
    if (typeof channel === 'string') return refuse(channel)
    const { args } = call
    const here = world.messages.filter((message) => message.channel === channel.id)
    if (!here.some((message) => message.ts === args.ts)) return refuse('thread_not_found')
    const withMetadata = isTrue(args.include_all_metadata)
    const found = here
      .filter((message) => message.ts === args.ts || message.threadTs === args.ts)
      .map((message) => toWireMessage(world, message, { withMetadata }))
    return paginate(found, args)
  },
}
