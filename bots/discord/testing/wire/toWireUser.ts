import type { World } from '../World.ts'

/**
 * A person or the app itself, as Discord describes them.
 *
 * @param id of somebody who is there
 */
export function toWireUser(world: World, id: string): Record<string, unknown> {
  const isApp = id === world.applicationId
  const name = isApp ? 'medikey' : (world.users.get(id)?.name ?? 'deleted')
  return {
    id,
    username: name,
    discriminator: isApp ? '0000' : '0',
    global_name: isApp ? null : name,
    avatar: null,
    bot: isApp,
    public_flags: 0,
  }
}
