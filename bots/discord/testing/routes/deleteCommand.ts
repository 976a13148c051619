import { findCommand } from './findCommand.ts'
import type { Route } from './Route.ts'
import { replaceCommand } from './replaceCommand.ts'

/** `DELETE /applications/:application/commands/:command`, and the same of a guild */
export const deleteCommand: Route = (world, { params }) => {
  replaceCommand(world, { before: findCommand(world, params), command: null })
  return { status: 204, body: null }
}
