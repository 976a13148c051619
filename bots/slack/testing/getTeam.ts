import type { FakeTeam, World } from './World.ts'

/** A workspace with the app; a test that names another is a mistake of the test. */
export function getTeam(world: World, id: string): FakeTeam {
  const team = world.teams.find((candidate) => candidate.id === id)
  if (team !== undefined) return team
  const known = world.teams.map((candidate) => candidate.id).join(', ')
  throw new Error(`The app is in no workspace ${id}; it is in ${known}.`)
}
