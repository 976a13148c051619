import { randomBytes } from 'node:crypto'
import { manifestSchema } from './schemas/manifestSchema.ts'
import type { FakeChannel, FakeTeam, FakeUser, World } from './World.ts'

export type WorldOptions = {
  readonly clock?: { now(): Date }
  readonly team?: string
  /** Persons by handle; the id is `U0` and the handle in capitals. */
  readonly people?: readonly string[]
  /** People of another workspace who share a channel, by handle. */
  readonly guests?: { readonly team: string; readonly people: readonly string[] }
  /** Channels that the app is in; ids. */
  readonly channels?: readonly string[]
  /** Private channels that the app is in; ids. */
  readonly privateChannels?: readonly string[]
  /** Channels that exist without the app. */
  readonly foreignChannels?: readonly string[]
  /** Further workspaces with the app, each with a bot token of its own. */
  readonly workspaces?: readonly {
    readonly team: string
    readonly people: readonly string[]
    readonly channels?: readonly string[]
    /** Whether it is an Enterprise organisation. */
    readonly isEnterprise?: boolean
  }[]
  /**
   * The app's manifest, as parsed from its file. What it does not ask for the app then may not do: scopes, commands,
   * shortcuts, events, the Home tab. Without it the app may do everything.
   */
  readonly manifest?: unknown
  /**
   * Whether calls beyond Slack's limits are refused with 429: each method's tier a minute, and one message a second and
   * channel. Off by default, since a test's minute passes in a moment.
   */
  readonly rateLimits?: boolean
  /** How long the app may take to acknowledge, in milliseconds: Slack's 3,000 by default. */
  readonly acknowledgeWithinMs?: number
}

/**
 * Workspaces with their people and channels, and nothing said yet.
 *
 * @throws ZodError when Slack would not take the manifest
 */
export function createWorld(options: WorldOptions): World {
  const home = options.team ?? 'T0CLINIC'
  const others = options.workspaces ?? []
  const now = () => options.clock?.now() ?? new Date()
  const people = options.people ?? ['cmo', 'alice', 'ben', 'nadia', 'tom', 'ines']
  const { guests = { team: home, people: [] } } = options
  const users = [
    ...people.filter((name) => !guests.people.includes(name)).map((name) => toUser(name, home)),
    ...guests.people.map((name) => toUser(name, guests.team)),
    ...others.flatMap(({ team, people: there }) => there.map((name) => toUser(name, team))),
  ]
  const channels = [
    ...(options.channels ?? ['C0APPROVE', 'C0ALERTS', 'C0WARD']).map((id) => toChannel(id, home)),
    ...(options.privateChannels ?? []).map((id) => toChannel(id, home, { kind: 'private' })),
    ...(options.foreignChannels ?? []).map((id) => toChannel(id, home, { isMember: false })),
    ...others.flatMap(({ team, channels: there = [] }) => there.map((id) => toChannel(id, team))),
  ]
  let ids = 0
  let lastTs = 0
  return {
    now,
    appId: 'A0MEDIKEY',
    manifest: options.manifest === undefined ? null : manifestSchema.parse(options.manifest),
    teams: [
      toTeam(home, { domain: 'clinic', suffix: '' }),
      ...others.map(({ team, isEnterprise }) =>
        toTeam(team, { domain: team.toLowerCase(), suffix: team.slice(2), isEnterprise }),
      ),
    ],
    appToken: token('xapp'),
    users,
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    messages: [],
    ephemerals: [],
    views: [],
    files: new Map(),
    busy: { left: 0 },
    notices: [],
    triggers: new Map(),
    responseUrls: new Map(),
    tickets: new Set(),
    calls: [],
    faults: [],
    rateLimits: options.rateLimits ?? false,
    callTimes: new Map(),
    lastPostAt: new Map(),
    acknowledgeWithinMs: options.acknowledgeWithinMs ?? 3000,
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

/** The bot is a user of its own in each workspace. */
function toTeam(
  id: string,
  options: { domain: string; suffix: string; isEnterprise?: boolean | undefined },
): FakeTeam {
  const { domain, suffix, isEnterprise = false } = options
  const bot = { userId: `U0MEDIKEYBOT${suffix}`, botId: `B0MEDIKEY${suffix}` }
  return { id, domain, bot, isEnterpriseInstall: isEnterprise, botToken: token('xoxb') }
}

function toUser(name: string, team: string): FakeUser {
  return { id: `U0${name.toUpperCase()}`, name, team, hasLeft: false }
}

function toChannel(id: string, team: string, parts: Partial<FakeChannel> = {}): FakeChannel {
  const name = id.slice(2).toLowerCase()
  return { id, team, name, kind: 'public', isMember: true, isArchived: false, directTo: null, ...parts }
}

function token(kind: string): string {
  return `${kind}-${randomBytes(12).toString('hex')}`
}
