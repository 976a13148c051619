import type { World } from '../World.ts'

/** What a Web API method answers; `{ ok: false, error }` is Slack's way to refuse. */
export type Answer = { readonly ok: boolean; readonly [key: string]: unknown }

/** One method of the Web API. */
export type Method = (world: World, args: Readonly<Record<string, unknown>>) => Answer
