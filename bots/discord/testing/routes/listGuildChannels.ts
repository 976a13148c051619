import { toWireChannel } from '../wire/toWireChannel.ts'
import type { Route } from './Route.ts'
import { requireGuild } from './requireGuild.ts'

/** `GET /guilds/:guild/channels`, without threads */
export const listGuildChannels: Route = (world, { params }) => {
  requireGuild(world, params.guild)
  const channels = [...world.channels.values()].filter((channel) => channel.kind === 'text')
  return { status: 200, body: channels.map((channel) => toWireChannel(world, channel)) }
}
