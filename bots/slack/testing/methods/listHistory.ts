import { findChannel } from './findChannel.ts'
import { findHistoryScope } from './findHistoryScope.ts'
import { isTrue } from './isTrue.ts'
import type { Method } from './Method.ts'
import { paginate } from './paginate.ts'
import { refuse } from './refuse.ts'
import { tiers } from './tiers.ts'
import { toWireMessage } from './toWireMessage.ts'

/** `conversations.history`: newest first, without what stands in threads. */
export const listHistory: Method = {
  token: 'bot',
  scopes: ['channels:history', 'groups:history', 'im:history'],
  findScope: findHistoryScope,
  perMinute: tiers.three,
  answer(world, call) {
    const channel = findChannel(world, call)
    if (typeof channel === 'string') return refuse(channel)
    const { args } = call
    const oldest = Number(args.oldest ?? 0)
    const found = world.messages
      .filter(
        (message) =>
          message.channel === channel.id && message.threadTs === null && Number(message.ts) > oldest,
      )
      .toReversed()
      .map((message) => toWireMessage(world, message, { withMetadata: isTrue(args.include_all_metadata) }))
    return paginate(found, args)
  },
}
