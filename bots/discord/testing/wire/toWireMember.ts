import { allPermissions } from '../permissions.ts'
import type { World } from '../World.ts'
import { toWireUser } from './toWireUser.ts'

/** Somebody of the guild, as Discord describes them. */
export function toWireMember(world: World, id: string): Record<string, unknown> {
  return {
    user: toWireUser(world, id),
    nick: null,
    avatar: null,
    roles: [],
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
    permissions: allPermissions,
  }
}
