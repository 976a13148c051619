import { permissions } from '../permissions.ts'
import type { FakeChannel, World } from '../World.ts'
import { toWireUser } from './toWireUser.ts'

/** A channel, a thread or a direct message, as Discord describes it. */
export function toWireChannel(world: World, channel: FakeChannel): Record<string, unknown> {
  const last = world.messages.findLast(
    (message) => message.channel === channel.id && message.visibleTo === null,
  )
  const common = { id: channel.id, flags: 0, last_message_id: last?.id ?? null }
  switch (channel.kind) {
    case 'direct':
      return { ...common, type: 1, recipients: [toWireUser(world, channel.directTo ?? '')] }
    case 'thread':
      return {
        ...common,
        type: 11,
        guild_id: channel.guildId,
        parent_id: channel.parentId,
        name: channel.name,
        owner_id: world.applicationId,
        message_count: world.messages.filter((message) => message.channel === channel.id).length,
        member_count: 1,
        rate_limit_per_user: 0,
        thread_metadata: {
          archived: false,
          archive_timestamp: new Date(channel.createdAt).toISOString(),
          auto_archive_duration: 4320,
          locked: false,
          create_timestamp: new Date(channel.createdAt).toISOString(),
        },
      }
    case 'text':
      return {
        ...common,
        type: 0,
        guild_id: channel.guildId,
        name: channel.name,
        position: 0,
        parent_id: null,
        topic: null,
        nsfw: false,
        rate_limit_per_user: 0,
        permission_overwrites: [
          {
            id: world.applicationId,
            type: 1,
            allow: '0',
            deny: [...channel.denied].reduce((sum, name) => sum | permissions[name], 0n).toString(),
          },
        ],
      }
  }
}
