import { toWireCommand } from '../wire/toWireCommand.ts'
import { findCommand } from './findCommand.ts'
import type { Route } from './Route.ts'

/** `GET /applications/:application/commands/:command`, and the same of a guild */
export const getCommand: Route = (world, { params }) => ({
  status: 200,
  body: toWireCommand(world, findCommand(world, params)),
})
