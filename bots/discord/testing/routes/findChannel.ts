import type { Permission } from '../permissions.ts'
import type { FakeChannel, World } from '../World.ts'
import { ApiRefusal } from './ApiRefusal.ts'

/**
 * The channel that a call is about, if the app may do there what it needs to.
 *
 * @throws ApiRefusal 10003 where there is none, 50001 where the app sees nothing of it, 50013 where it may not
 */
export function findChannel(
  world: World,
  id: string | undefined,
  ...needed: readonly Permission[]
): FakeChannel {
  const channel = world.channels.get(id ?? '')
  if (channel === undefined) throw new ApiRefusal(10003)
  const parent = world.channels.get(channel.parentId ?? '')
  const isDenied = (permission: Permission) =>
    channel.denied.has(permission) || (parent?.denied.has(permission) ?? false)
  if (isDenied('ViewChannel')) throw new ApiRefusal(50001)
  if (needed.some(isDenied)) throw new ApiRefusal(50013)
  return channel
}
