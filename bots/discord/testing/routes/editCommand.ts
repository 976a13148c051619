import { z } from 'zod'
import { commandSchema } from '../schemas/commandSchema.ts'
import { parseForm } from '../schemas/parseForm.ts'
import { toWireCommand } from '../wire/toWireCommand.ts'
import { findCommand } from './findCommand.ts'
import type { Route } from './Route.ts'
import { replaceCommand } from './replaceCommand.ts'
import { toCommand } from './toCommand.ts'

/** `PATCH /applications/:application/commands/:command`, and the same of a guild */
export const editCommand: Route = (world, { params, body }) => {
  const before = findCommand(world, params)
  const { version: _version, guildId, ...had } = before
  const definition = parseForm(commandSchema, { ...had, ...parseForm(z.looseObject({}), body) })
  const command = toCommand(world, { definition, guildId, before })
  replaceCommand(world, { before, command })
  return { status: 200, body: toWireCommand(world, command) }
}
