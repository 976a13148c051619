import type { Intent } from './intents.ts'
import type { interactionTypes } from './interactionTypes.ts'
import type { Permission } from './permissions.ts'
import type { Command } from './schemas/commandSchema.ts'
import type { MessageComponent } from './schemas/componentSchema.ts'
import type { Embed } from './schemas/embedSchema.ts'
import type { Modal } from './schemas/modalSchema.ts'

export type FakeUser = {
  readonly id: string
  readonly name: string
  /** Whether the person takes direct messages from people and apps of the guild. */
  takesDirectMessages: boolean
}

export type FakeGuild = { readonly id: string; readonly name: string }

export type FakeChannel = {
  readonly id: string
  readonly name: string
  readonly kind: 'text' | 'direct' | 'thread'
  /** Null for a direct message. */
  readonly guildId: string | null
  /** The person on the other side of a direct message. */
  readonly directTo: string | null
  /** The channel that a thread hangs in. */
  readonly parentId: string | null
  /** What the app may not do here. */
  readonly denied: Set<Permission>
  readonly createdAt: number
}

/** A file of a message. */
export type FakeAttachment = {
  readonly id: string
  readonly filename: string
  readonly bytes: Uint8Array
}

export type FakeMessage = {
  readonly id: string
  readonly channel: string
  readonly author: string
  content: string
  components: readonly MessageComponent[]
  embeds: readonly Embed[]
  attachments: readonly FakeAttachment[]
  flags: number
  /** Whom it pinged. */
  mentions: readonly string[]
  /** Whether it pinged everybody. */
  mentionsEveryone: boolean
  readonly nonce: string | number | null
  /** The only person who sees it; null: everybody in the channel. */
  readonly visibleTo: string | null
  /** The interaction it answers. */
  readonly interactionId: string | null
  /** Where it says that the app is thinking, until the answer comes. */
  isLoading: boolean
  readonly createdAt: number
  editedAt: number | null
  edits: number
}

/** A form that stands open before a person, or did. */
export type FakeModal = {
  readonly id: string
  readonly user: string
  readonly channel: string
  /** The message whose button opened it. */
  readonly message: FakeMessage | null
  readonly modal: Modal
  isOpen: boolean
}

export type FakeCommand = Command & {
  readonly id: string
  /** Null for a global command. */
  readonly guildId: string | null
  readonly version: string
}

/** An interaction that Discord told the app about. */
export type FakeInteraction = {
  readonly id: string
  readonly token: string
  readonly kind: keyof typeof interactionTypes
  readonly user: string
  readonly channel: string
  /** The message whose component was used. */
  readonly message: FakeMessage | null
  readonly issuedAt: number
  /** What the app answered first; null: nothing yet. */
  response: FakeResponse | null
  /** The message that `@original` means. */
  original: FakeMessage | null
}

/** The first response to an interaction, by Discord's name. */
export type FakeResponse =
  | { readonly type: 'message'; readonly message: FakeMessage }
  | { readonly type: 'deferred-message'; readonly isEphemeral: boolean }
  | { readonly type: 'deferred-update' }
  | { readonly type: 'update'; readonly message: FakeMessage }
  | { readonly type: 'choices'; readonly choices: readonly Choice[] }
  | { readonly type: 'modal'; readonly modal: FakeModal }

export type Choice = { readonly name: string; readonly value: string | number }

/** A call of the REST API: the route without ids, as `POST /channels/:channel/messages`. */
export type ApiCall = {
  readonly route: string
  readonly path: string
  readonly body: unknown
  /** What Discord answered; null where the connection broke. */
  status: number | null
}

/** Something that goes wrong on purpose, the next `times` times the route is called. */
export type Fault = { readonly route: string; readonly times?: number } & (
  | { readonly kind: 'rate_limited'; readonly retryAfterSeconds: number; readonly isGlobal?: boolean }
  | { readonly kind: 'error'; readonly status: number; readonly code: number }
  /** `accepted`: Discord does what was asked before it fails. */
  | { readonly kind: 'status'; readonly status: number; readonly accepted: boolean }
  | { readonly kind: 'drop'; readonly accepted: boolean }
  /** Discord does what was asked at once and answers late. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Discord does what was asked and never answers. */
  | { readonly kind: 'hang'; readonly accepted: boolean }
)

/** Something to tell the apps that listen at the gateway. */
export type GatewayEvent = {
  readonly type: string
  /** What an app has to ask for to be told; null: everybody is told. */
  readonly intent: Intent | null
  readonly data: unknown
}

/** A try of the app to respond first. */
export type Attempt = {
  readonly interaction: FakeInteraction
  /** Discord's code where it refused. */
  readonly refusal: number | null
}

/** How many calls a route takes for each channel or webhook, and all routes together in a second. */
export type RateLimits = {
  readonly routes: Readonly<Record<string, { readonly limit: number; readonly windowMs: number }>>
  /** Null: as many as one likes. */
  readonly global: number | null
}

/** Everything the double knows. */
export type World = {
  readonly now: () => number
  readonly applicationId: string
  /** Guilds that the app was invited to, by id. */
  readonly guilds: ReadonlyMap<string, FakeGuild>
  token: string
  readonly users: Map<string, FakeUser>
  readonly channels: Map<string, FakeChannel>
  readonly messages: FakeMessage[]
  readonly modals: FakeModal[]
  readonly commands: FakeCommand[]
  readonly interactions: Map<string, FakeInteraction>
  readonly calls: ApiCall[]
  readonly faults: { readonly fault: Fault; left: number }[]
  readonly limits: RateLimits
  /** What is left in a bucket until it is full again. */
  readonly buckets: Map<string, { left: number; readonly resetAt: number }>
  /** Whether the app may ask for members, presences and what people write. */
  readonly hasPrivilegedIntents: boolean
  readonly nextId: () => string
  /** Tells the apps at the gateway. */
  dispatch: (event: GatewayEvent) => void
  /** Tells who waits for a first response. */
  onAttempt: (attempt: Attempt) => void
  /** Where the double listens, without a slash at the end. */
  origin: string
}
