import { findChannel } from './findChannel.ts'
import type { Method } from './Method.ts'
import { paginate } from './paginate.ts'
import { refuse } from './refuse.ts'
import { toWireMessage } from './toWireMessage.ts'

/** `conversations.history`: newest first, without what stands in threads. */
export const listHistory: Method = (world, args) => {
  const channel = findChannel(world, args.channel)
  if (typeof channel === 'string') return refuse(channel)
  const oldest = Number(args.oldest ?? 0)
  const found = world.messages
    .filter(
      (message) => message.channel === channel.id && message.threadTs === null && Number(message.ts) > oldest,
    )
    .toReversed()
    .map((message) => toWireMessage(world, message, { withMetadata: isTrue(args.include_all_metadata) }))
  return paginate(found, args)
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1'
}
