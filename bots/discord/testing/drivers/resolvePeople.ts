import type { World } from '../World.ts'
import { toWireMember } from '../wire/toWireMember.ts'
import { toWireUser } from '../wire/toWireUser.ts'

/** Who the chosen people are, beside the ids that were chosen. */
export function resolvePeople(
  world: World,
  ids: readonly string[],
): { resolved?: Record<string, Record<string, unknown>> } {
  if (ids.length === 0) return {}
  return {
    resolved: {
      users: Object.fromEntries(ids.map((id) => [id, toWireUser(world, id)])),
      members: Object.fromEntries(
        ids.map((id) => {
          const { user: _user, deaf: _deaf, mute: _mute, ...partial } = toWireMember(world, id)
          return [id, partial]
        }),
      ),
    },
  }
}
