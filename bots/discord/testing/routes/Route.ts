import type { World } from '../World.ts'

export type ApiRequest = {
  /** What stands for the `:names` of the route. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The parsed JSON; null where nothing was sent. */
  readonly body: unknown
}

/** A body of null is an answer without one. */
export type Answer = { readonly status: number; readonly body: unknown }

/**
 * One route of the REST API.
 *
 * @throws ApiRefusal where Discord refuses
 */
export type Route = (world: World, request: ApiRequest) => Answer
