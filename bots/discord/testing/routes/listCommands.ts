import { toWireCommand } from '../wire/toWireCommand.ts'
import { findScope } from './findScope.ts'
import type { Route } from './Route.ts'

/** `GET /applications/:application/commands`, and the same of a guild */
export const listCommands: Route = (world, { params }) => ({
  status: 200,
  body: findScope(world, params).commands.map((command) => toWireCommand(world, command)),
})
