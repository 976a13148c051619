import type { FakeGuild, World } from '../World.ts'
import { ApiRefusal } from './ApiRefusal.ts'

/**
 * The guild that a call is about.
 *
 * @throws ApiRefusal 50001 where the app is not in it
 */
export function findGuild(world: World, id: string | undefined): FakeGuild {
  const guild = world.guilds.get(id ?? '')
  if (guild === undefined) throw new ApiRefusal(50001)
  return guild
}
