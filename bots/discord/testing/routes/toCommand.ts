import { isDeepStrictEqual } from 'node:util'
import type { Command } from '../schemas/commandSchema.ts'
import type { FakeCommand, World } from '../World.ts'

/** What a registration makes of a command: the same name and type keep their id, and an unchanged one its version. */
export function toCommand(
  world: World,
  options: { definition: Command; guildId: string | null; before: FakeCommand | undefined },
): FakeCommand {
  const { definition, guildId, before } = options
  const { id: _id, ...wanted } = definition
  if (before !== undefined) {
    const { id, version, ...had } = before
    if (isDeepStrictEqual(had, { ...wanted, guildId })) return before
    return { ...wanted, guildId, id, version: world.nextId() }
  }
  return { ...wanted, guildId, id: world.nextId(), version: world.nextId() }
}
