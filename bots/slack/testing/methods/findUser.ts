import type { FakeUser, World } from '../World.ts'

/** A person of a workspace, and of nowhere else: the same id in another workspace is another person. */
export function findUser(world: World, options: { team: string; id: unknown }): FakeUser | undefined {
  return world.users.find((user) => user.id === options.id && user.team === options.team)
}
