import type { MessageBlock } from './schemas/blockSchema.ts'
import type { AppManifest } from './schemas/manifestSchema.ts'
import type { View } from './schemas/viewSchema.ts'

/** A workspace that the app is installed in. */
export type FakeTeam = {
  readonly id: string
  readonly domain: string
  readonly bot: { readonly userId: string; readonly botId: string }
  /** Whether the token is an Enterprise organisation's. */
  readonly isEnterpriseInstall: boolean
  /** Changes when it is revoked. */
  botToken: string
}

export type FakeUser = {
  readonly id: string
  readonly name: string
  /** Their own workspace. */
  readonly team: string
  /** Whether their account was deactivated. */
  hasLeft: boolean
}

export type FakeChannel = {
  readonly id: string
  readonly team: string
  readonly name: string
  readonly kind: 'public' | 'private' | 'direct'
  /** Whether the app was invited. */
  isMember: boolean
  isArchived: boolean
  /** The person on the other side of a direct message. */
  readonly directTo: string | null
}

export type FakeMessage = {
  readonly team: string
  readonly channel: string
  /** The person who wrote it; null: the app. */
  readonly author: string | null
  readonly ts: string
  readonly threadTs: string | null
  text: string
  blocks: readonly MessageBlock[]
  metadata: { readonly event_type: string; readonly event_payload: Record<string, unknown> } | null
  edits: number
}

/** A message that only one person sees. */
export type FakeEphemeral = {
  readonly team: string
  readonly channel: string
  readonly user: string
  readonly ts: string
  text: string
  blocks: readonly MessageBlock[]
  readonly via: 'response_url' | 'chat.postEphemeral'
  edits: number
}

/** A form, or what a person's Home tab shows. */
export type FakeView = {
  readonly id: string
  readonly team: string
  readonly user: string
  hash: string
  view: View
  isOpen: boolean
  /** What the form shows below its fields, by block id. */
  errors: Readonly<Record<string, string>>
}

/** What Slack itself tells a person whose command, click or form the app did not take. */
export type FakeNotice = {
  readonly user: string
  /** The command, or the type of the interaction. */
  readonly what: string
  readonly error: 'operation_timeout' | 'dispatch_failed'
}

/** A file that the app uploads, or did. */
export type FakeFile = {
  readonly id: string
  readonly team: string
  readonly filename: string
  /** How many bytes were told of. */
  readonly length: number
  /** Names the address for its bytes. */
  readonly ticket: string
  bytes: Uint8Array | null
  isComplete: boolean
  title: string | null
}

export type ApiCall = {
  readonly method: string
  readonly team: string
  readonly args: Readonly<Record<string, unknown>>
}

/** Something that goes wrong on purpose, the next `times` times the method is called. */
export type Fault = { readonly method: string; readonly times?: number } & (
  | { readonly kind: 'rate_limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'error'; readonly error: string }
  /** `accepted`: Slack does what was asked before it fails. */
  | { readonly kind: 'status'; readonly status: number; readonly accepted: boolean }
  | { readonly kind: 'drop'; readonly accepted: boolean }
  /** Slack does what was asked at once and answers late. */
  | { readonly kind: 'delay'; readonly ms: number }
)

/** What a response address answers to: the place, and the message whose button gave it. */
export type ResponseUrl = {
  readonly team: string
  readonly user: string
  readonly channel: string
  /** The `ts` of that message; null where it was no click. */
  readonly original: string | null
  readonly issuedAt: number
  uses: number
}

/** Everything the double knows. */
export type World = {
  readonly now: () => Date
  readonly appId: string
  /** What the app may do; null: everything. */
  readonly manifest: AppManifest | null
  /** The workspaces with the app; the first is where a driver acts that names none. */
  readonly teams: readonly [FakeTeam, ...FakeTeam[]]
  appToken: string
  readonly users: readonly FakeUser[]
  readonly channels: Map<string, FakeChannel>
  readonly messages: FakeMessage[]
  readonly ephemerals: FakeEphemeral[]
  readonly views: FakeView[]
  readonly files: Map<string, FakeFile>
  /** How many messages with pictures are still refused, because Slack works on them. */
  readonly busy: { left: number }
  readonly notices: FakeNotice[]
  readonly triggers: Map<
    string,
    { readonly team: string; readonly user: string; readonly issuedAt: number; isUsed: boolean }
  >
  readonly responseUrls: Map<string, ResponseUrl>
  /** Where a Socket Mode connection may be made, once each. */
  readonly tickets: Set<string>
  readonly calls: ApiCall[]
  readonly faults: { readonly fault: Fault; left: number }[]
  readonly rateLimits: boolean
  /** When the calls of the last minute came, by method and workspace. */
  readonly callTimes: Map<string, readonly number[]>
  readonly lastPostAt: Map<string, number>
  /** How long the app may take to acknowledge, in milliseconds. */
  readonly acknowledgeWithinMs: number
  readonly nextId: (prefix: string) => string
  readonly nextTs: () => string
  /** Where the double listens, without a slash at the end. */
  origin: string
}
