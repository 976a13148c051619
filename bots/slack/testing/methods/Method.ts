import type { FakeTeam, World } from '../World.ts'

/** What a Web API method answers; `{ ok: false, error }` is Slack's way to refuse. */
export type Answer = { readonly ok: boolean; readonly [key: string]: unknown }

/** A call of the Web API: the workspace that its token is for, and its arguments. */
export type Call = { readonly team: FakeTeam; readonly args: Readonly<Record<string, unknown>> }

/** One method of the Web API. */
export type Method = {
  readonly token: 'bot' | 'app'
  /** The scopes that the method asks for, whichever arguments it is called with. */
  readonly scopes: readonly string[]
  /** The one of the scopes that this call needs, where the arguments decide it; else all of them. */
  readonly findScope?: (world: World, call: Call) => string | null
  /** Calls a minute and workspace that Slack promises to take; null where another rule holds. */
  readonly perMinute: number | null
  readonly answer: (world: World, call: Call) => Answer
}
