import type { FakeChannel, World } from '../World.ts'
import type { Call } from './Method.ts'

/**
 * The channel that a call names by its id, or the error Slack gives. Names such as `#general` are no ids, and a channel
 * of another workspace is none.
 */
export function findChannel(
  world: World,
  { team, args }: Call,
): FakeChannel | 'channel_not_found' | 'not_in_channel' {
  const channel = typeof args.channel === 'string' ? world.channels.get(args.channel) : undefined
  if (channel === undefined || channel.team !== team.id) return 'channel_not_found'
  return channel.isMember ? channel : 'not_in_channel'
}
