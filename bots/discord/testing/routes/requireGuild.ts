import type { World } from '../World.ts'
import { ApiRefusal } from './ApiRefusal.ts'

/**
 * Makes sure that the app is in the guild.
 *
 * @throws ApiRefusal 50001
 */
export function requireGuild(world: World, id: string | undefined): void {
  if (id !== world.guild.id) throw new ApiRefusal(50001)
}
