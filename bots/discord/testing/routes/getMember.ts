import { toWireMember } from '../wire/toWireMember.ts'
import { ApiRefusal } from './ApiRefusal.ts'
import { findGuild } from './findGuild.ts'
import type { Route } from './Route.ts'

/** `GET /guilds/:guild/members/:user` */
export const getMember: Route = (world, { params }) => {
  findGuild(world, params.guild)
  const id = params.user ?? ''
  if (id !== world.applicationId && !world.users.has(id)) throw new ApiRefusal(10007)
  return { status: 200, body: toWireMember(world, id) }
}
