import { randomBytes } from 'node:crypto'
import { channelIds, guildIds, userIds } from './fixedIds.ts'
import type { FakeChannel, FakeGuild, FakeUser, RateLimits, World } from './World.ts'

/** Discord's beginning of time, in milliseconds. */
const EPOCH_MS = 1_420_070_400_000n

export type WorldOptions = {
  readonly clock?: { now(): Date }
  /** Whether the app was invited to another guild too, where the same people are. */
  readonly isInvitedElsewhere?: boolean
  /** None unless said otherwise. */
  readonly limits?: RateLimits
  /** Whether the app may ask for members, presences and what people write. */
  readonly hasPrivilegedIntents?: boolean
}

/** A guild with its people and channels, and no messages. */
export function createWorld(options: WorldOptions): World {
  const now = () => options.clock?.now().getTime() ?? Date.now()
  const guilds = Object.entries(guildIds)
    .map(([name, id]): FakeGuild => ({ id, name }))
    .filter(({ id }) => id === guildIds.clinic || options.isInvitedElsewhere)
  const users = Object.entries(userIds).map(
    ([name, id]): FakeUser => ({ id, name, takesDirectMessages: true }),
  )
  const channels = Object.entries(channelIds)
    .map(
      ([name, id]): FakeChannel => ({
        id,
        name,
        kind: 'text',
        guildId: name === 'lobby' ? guildIds.elsewhere : guildIds.clinic,
        directTo: null,
        parentId: null,
        denied: new Set(),
        createdAt: now(),
      }),
    )
    .filter(({ guildId }) => guilds.some(({ id }) => id === guildId))
  const applicationId = '400000000000000001'
  let lastId = 0n
  return {
    now,
    applicationId,
    guilds: new Map(guilds.map((guild) => [guild.id, guild])),
    token: toToken(applicationId),
    users: new Map(users.map((user) => [user.id, user])),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    messages: [],
    modals: [],
    commands: [],
    interactions: new Map(),
    calls: [],
    faults: [],
    limits: options.limits ?? { routes: {}, global: null },
    buckets: new Map(),
    hasPrivilegedIntents: options.hasPrivilegedIntents ?? false,
    nextId: () => {
      const id = (BigInt(now()) - EPOCH_MS) << 22n
      lastId = id > lastId ? id : lastId + 1n
      return lastId.toString()
    },
    dispatch: () => {},
    onAttempt: () => {},
    origin: '',
  }
}

function toToken(applicationId: string): string {
  const part = (bytes: number) => randomBytes(bytes).toString('base64url')
  return `${Buffer.from(applicationId).toString('base64url')}.${part(4)}.${part(28)}`
}
