import type { FakeCommand, World } from '../World.ts'
import { ApiRefusal } from './ApiRefusal.ts'
import { findGuild } from './findGuild.ts'
import type { ApiRequest } from './Route.ts'

/**
 * Which commands a call is about: the app's own, of a guild or global.
 *
 * @throws ApiRefusal 20012 for a foreign app, 50001 for a foreign guild
 */
export function findScope(
  world: World,
  params: ApiRequest['params'],
): { readonly guildId: string | null; readonly commands: readonly FakeCommand[] } {
  if (params.application !== world.applicationId) throw new ApiRefusal(20012)
  if (params.guild !== undefined) findGuild(world, params.guild)
  const guildId = params.guild ?? null
  return { guildId, commands: world.commands.filter((command) => command.guildId === guildId) }
}
