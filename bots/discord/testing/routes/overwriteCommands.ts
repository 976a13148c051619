import { z } from 'zod'
import { commandSchema } from '../schemas/commandSchema.ts'
import { parseForm } from '../schemas/parseForm.ts'
import { refuseForm } from '../schemas/refuseForm.ts'
import { toWireCommand } from '../wire/toWireCommand.ts'
import { ApiRefusal } from './ApiRefusal.ts'
import { findScope } from './findScope.ts'
import type { Route } from './Route.ts'
import { toCommand } from './toCommand.ts'

const MOST_COMMANDS = 100

/** `PUT /applications/:application/commands`, and the same of a guild: what is not named is gone. */
export const overwriteCommands: Route = (world, { params, body }) => {
  const { guildId, commands } = findScope(world, params)
  const wanted = parseForm(z.array(commandSchema), body)
  if (wanted.filter(({ type }) => type === 1).length > MOST_COMMANDS) throw new ApiRefusal(30032)
  const keys = wanted.map(({ type, name }) => `${type} ${name}`)
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index)
  if (twice !== -1)
    throw refuseForm({
      path: [twice],
      code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
      message: 'Application command names must be unique',
    })
  const next = wanted.map((definition) =>
    toCommand(world, {
      definition,
      guildId,
      before: commands.find(({ type, name }) => type === definition.type && name === definition.name),
    }),
  )
  world.commands.splice(
    0,
    world.commands.length,
    ...world.commands.filter((command) => command.guildId !== guildId),
    ...next,
  )
  return { status: 200, body: next.map((command) => toWireCommand(world, command)) }
}
