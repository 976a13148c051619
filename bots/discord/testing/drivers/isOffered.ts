import type { FakeCommand, World } from '../World.ts'

/** Whether a command is offered in a channel: in direct messages only what is global, and not kept from them. */
export function isOffered(world: World, command: FakeCommand, options: { channel: string }): boolean {
  const guildId = world.channels.get(options.channel)?.guildId ?? null
  if (guildId === null)
    return command.guildId === null && (command.contexts?.includes(1) ?? command.dm_permission !== false)
  return (command.guildId === null || command.guildId === guildId) && (command.contexts?.includes(0) ?? true)
}
