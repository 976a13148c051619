import type { FakeChannel, World } from '../World.ts'
import { findChannel } from './findChannel.ts'
import type { Call } from './Method.ts'

/** The channel that a call may write into, or the error Slack gives: an archived one can only be read. */
export function findWritableChannel(
  world: World,
  call: Call,
): FakeChannel | 'channel_not_found' | 'not_in_channel' | 'is_archived' {
  const channel = findChannel(world, call)
  return typeof channel !== 'string' && channel.isArchived ? 'is_archived' : channel
}
