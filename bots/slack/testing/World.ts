import type { MessageBlock } from './schemas/blockSchema.ts'
import type { View } from './schemas/viewSchema.ts'

export type FakeUser = { readonly id: string; readonly name: string; readonly team: string }

export type FakeChannel = {
  readonly id: string
  readonly name: string
  /** Whether the app was invited. */
  isMember: boolean
  /** The person on the other side of a direct message. */
  readonly directTo: string | null
}

export type FakeMessage = {
  readonly channel: string
  readonly ts: string
  readonly threadTs: string | null
  text: string
  blocks: readonly MessageBlock[]
  metadata: { readonly event_type: string; readonly event_payload: Record<string, unknown> } | null
  edits: number
}

/** A message that only one person sees. */
export type FakeEphemeral = {
  readonly channel: string
  readonly user: string
  readonly text: string
  readonly blocks: readonly MessageBlock[]
  readonly via: 'response_url' | 'chat.postEphemeral'
}

export type FakeView = {
  readonly id: string
  hash: string
  readonly user: string
  view: View
  isOpen: boolean
  /** What the form shows below its fields, by block id. */
  errors: Readonly<Record<string, string>>
}

export type ApiCall = { readonly method: string; readonly args: Readonly<Record<string, unknown>> }

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

/** Everything the double knows. */
export type World = {
  readonly now: () => Date
  readonly appId: string
  readonly team: { readonly id: string; readonly domain: string }
  readonly bot: { readonly userId: string; readonly botId: string }
  readonly tokens: { bot: string; app: string }
  readonly users: Map<string, FakeUser>
  readonly channels: Map<string, FakeChannel>
  readonly messages: FakeMessage[]
  readonly ephemerals: FakeEphemeral[]
  readonly views: FakeView[]
  readonly triggers: Map<string, { readonly user: string; readonly issuedAt: number; isUsed: boolean }>
  readonly responseUrls: Map<
    string,
    { readonly user: string; readonly channel: string; readonly issuedAt: number; uses: number }
  >
  /** Where a Socket Mode connection may be made, once each. */
  readonly tickets: Set<string>
  readonly calls: ApiCall[]
  readonly faults: { readonly fault: Fault; left: number }[]
  /** Shortest time between two messages in one channel; null: no limit. */
  readonly postIntervalMs: number | null
  readonly lastPostAt: Map<string, number>
  readonly nextId: (prefix: string) => string
  readonly nextTs: () => string
  /** Where the double listens, without a slash at the end. */
  origin: string
}
