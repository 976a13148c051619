import type { FakeCommand, World } from '../World.ts'

/** A registered command as Discord sends it. */
export function toWireCommand(world: World, command: FakeCommand): Record<string, unknown> {
  const { guildId, ...rest } = command
  return {
    default_member_permissions: null,
    nsfw: false,
    ...rest,
    description: command.description ?? '',
    application_id: world.applicationId,
    ...(guildId === null
      ? {
          contexts: command.contexts ?? null,
          integration_types: command.integration_types ?? [0],
          dm_permission: command.dm_permission ?? true,
        }
      : { guild_id: guildId }),
  }
}
