import { toWireGuild } from '../wire/toWireGuild.ts'
import { findGuild } from './findGuild.ts'
import type { Route } from './Route.ts'

/** `GET /guilds/:guild` */
export const getGuild: Route = (world, { params }) => ({
  status: 200,
  body: toWireGuild(world, findGuild(world, params.guild)),
})
