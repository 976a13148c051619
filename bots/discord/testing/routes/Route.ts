import type { World } from '../World.ts'

/** A file that was sent along, as `files[id]` of a form. */
export type SentFile = { readonly id: string; readonly filename: string; readonly bytes: Uint8Array }

export type ApiRequest = {
  /** What stands for the `:names` of the route. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The parsed JSON; null where nothing was sent. */
  readonly body: unknown
  readonly files: readonly SentFile[]
}

/** A body of null is an answer without one. */
export type Answer = { readonly status: number; readonly body: unknown }

/**
 * One route of the REST API.
 *
 * @throws ApiRefusal where Discord refuses
 */
export type Route = (world: World, request: ApiRequest) => Answer
