import type { World } from '../World.ts'
import { findChannel } from './findChannel.ts'
import type { Call } from './Method.ts'

const SCOPES = { public: 'channels:history', private: 'groups:history', direct: 'im:history' } as const

/** The scope that reading needs, by the kind of the channel. */
export function findHistoryScope(world: World, call: Call): string | null {
  const channel = findChannel(world, call)
  return typeof channel === 'string' ? null : SCOPES[channel.kind]
}
