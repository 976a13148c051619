import { allPermissions } from '../permissions.ts'
import type { FakeGuild, World } from '../World.ts'
import { toWireChannel } from './toWireChannel.ts'
import { toWireMember } from './toWireMember.ts'

/** A guild as the gateway describes it when it becomes available. */
export function toWireGuild(world: World, guild: FakeGuild): Record<string, unknown> {
  const channels = [...world.channels.values()].filter((channel) => channel.guildId === guild.id)
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    owner_id: [...world.users.keys()][0],
    preferred_locale: 'en-US',
    features: [],
    premium_tier: 0,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    system_channel_flags: 0,
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: world.users.size + 1,
    roles: [
      {
        id: guild.id,
        name: '@everyone',
        permissions: allPermissions,
        position: 0,
        color: 0,
        colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    members: [toWireMember(world, world.applicationId)],
    channels: channels.filter(({ kind }) => kind === 'text').map((channel) => toWireChannel(world, channel)),
    threads: channels.filter(({ kind }) => kind === 'thread').map((channel) => toWireChannel(world, channel)),
    emojis: [],
    stickers: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}
