import { commandSchema } from '../schemas/commandSchema.ts'
import { parseForm } from '../schemas/parseForm.ts'
import { toWireCommand } from '../wire/toWireCommand.ts'
import { findScope } from './findScope.ts'
import type { Route } from './Route.ts'
import { replaceCommand } from './replaceCommand.ts'
import { toCommand } from './toCommand.ts'

/** `POST /applications/:application/commands`, and the same of a guild: overwrites one of the same name. */
export const createCommand: Route = (world, { params, body }) => {
  const { guildId, commands } = findScope(world, params)
  const definition = parseForm(commandSchema, body)
  const before = commands.find(({ type, name }) => type === definition.type && name === definition.name)
  const command = toCommand(world, { definition, guildId, before })
  replaceCommand(world, { before, command })
  return { status: before === undefined ? 201 : 200, body: toWireCommand(world, command) }
}
