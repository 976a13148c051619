import { toWireGuild } from '../wire/toWireGuild.ts'
import type { Route } from './Route.ts'
import { requireGuild } from './requireGuild.ts'

/** `GET /guilds/:guild` */
export const getGuild: Route = (world, { params }) => {
  requireGuild(world, params.guild)
  return { status: 200, body: toWireGuild(world) }
}
