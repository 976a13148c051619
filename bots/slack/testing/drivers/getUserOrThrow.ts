import type { FakeUser, World } from '../World.ts'

/**
 * The person who does something: of the named workspace, else of the first one, else a guest there.
 *
 * @throws Error when there is no such person, or they left: that is a mistake of the test
 */
export function getUserOrThrow(world: World, options: { id: string; team?: string | undefined }): FakeUser {
  const { id, team = world.teams[0].id } = options
  const named = world.users.filter((user) => user.id === id)
  const user = named.find((candidate) => candidate.team === team) ?? named[0]
  if (user === undefined) {
    const known = world.users.map((candidate) => candidate.id).join(', ')
    throw new Error(`There is no user ${id}; there are ${known}.`)
  }
  if (user.hasLeft) throw new Error(`The user ${id} has left, so they do nothing any more.`)
  return user
}
