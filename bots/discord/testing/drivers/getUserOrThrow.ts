import type { FakeUser, World } from '../World.ts'

/** The person who does something; a test that names nobody is a mistake of the test. */
export function getUserOrThrow(world: World, id: string): FakeUser {
  const user = world.users.get(id)
  if (user === undefined)
    throw new Error(`There is no user ${id}; there are ${[...world.users.keys()].join(', ')}.`)
  return user
}
