import type { FakeChannel, World } from '../World.ts'

/** The channel that a call names by its id, or the error Slack gives. Names such as `#general` are no ids. */
export function findChannel(world: World, id: unknown): FakeChannel | 'channel_not_found' | 'not_in_channel' {
  const channel = typeof id === 'string' ? world.channels.get(id) : undefined
  if (channel === undefined) return 'channel_not_found'
  return channel.isMember ? channel : 'not_in_channel'
}
