import { randomBytes } from 'node:crypto'
import type { FakeChannel, FakeUser, World } from './World.ts'

export type WorldOptions = {
  readonly clock?: { now(): Date }
  readonly team?: string
  /** Persons by handle; the id is `U0` and the handle in capitals. */
  readonly people?: readonly string[]
  /** People of another workspace who share a channel, by handle. */
  readonly guests?: { readonly team: string; readonly people: readonly string[] }
  /** Channels that the app is in; ids. */
  readonly channels?: readonly string[]
  /** Channels that exist without the app. */
  readonly foreignChannels?: readonly string[]
  readonly postIntervalMs?: number | null
}

/** An empty workspace with its people and channels. */
export function createWorld(options: WorldOptions): World {
  const team = options.team ?? 'T0CLINIC'
  const now = () => options.clock?.now() ?? new Date()
  const people = options.people ?? ['cmo', 'alice', 'ben', 'nadia', 'tom', 'ines']
  const users = [
    ...people.map((name) => toUser(name, team)),
    ...(options.guests?.people ?? []).map((name) => toUser(name, options.guests?.team ?? team)),
  ]
  const channels = [
    ...(options.channels ?? ['C0APPROVE', 'C0ALERTS', 'C0WARD']).map((id) => toChannel(id, true)),
    ...(options.foreignChannels ?? []).map((id) => toChannel(id, false)),
  ]
  let ids = 0
  let lastTs = 0
  return {
    now,
    appId: 'A0MEDIKEY',
    team: { id: team, domain: 'clinic' },
    bot: { userId: 'U0MEDIKEYBOT', botId: 'B0MEDIKEY' },
    tokens: { bot: token('xoxb'), app: token('xapp') },
    users: new Map(users.map((user) => [user.id, user])),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    messages: [],
    ephemerals: [],
    views: [],
    triggers: new Map(),
    responseUrls: new Map(),
    tickets: new Set(),
    calls: [],
    faults: [],
    postIntervalMs: options.postIntervalMs ?? null,
    lastPostAt: new Map(),
    nextId: (prefix) => {
      ids += 1
      return `${prefix}${ids.toString().padStart(8, '0')}`
    },
    nextTs: () => {
      lastTs = Math.max(now().getTime() * 1000, lastTs + 1)
      return `${Math.floor(lastTs / 1_000_000)}.${(lastTs % 1_000_000).toString().padStart(6, '0')}`
    },
    origin: '',
  }
}

function toUser(name: string, team: string): FakeUser {
  return { id: `U0${name.toUpperCase()}`, name, team }
}

function toChannel(id: string, isMember: boolean): FakeChannel {
  return { id, name: id.slice(2).toLowerCase(), isMember, directTo: null }
}

function token(kind: string): string {
  return `${kind}-${randomBytes(12).toString('hex')}`
}
