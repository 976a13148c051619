import { toWireChannel } from '../wire/toWireChannel.ts'
import { findGuild } from './findGuild.ts'
import type { Route } from './Route.ts'

/** `GET /guilds/:guild/channels`, without threads */
export const listGuildChannels: Route = (world, { params }) => {
  const guild = findGuild(world, params.guild)
  const channels = [...world.channels.values()].filter(
    ({ kind, guildId }) => kind === 'text' && guildId === guild.id,
  )
  return { status: 200, body: channels.map((channel) => toWireChannel(world, channel)) }
}
