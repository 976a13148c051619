import { EventEmitter } from 'node:events'
import { createApp } from '../src/http/createApp.ts'
import type { RouteDeps } from '../src/http/RouteDeps.ts'

/**
 * Every route that the local chain serves, such as `GET /v2/accounts/*`: what varies in a path is a star.
 * Routes need their deps only when they are asked, except that one listens to the chain.
 */
export function listRoutes(): string[] {
  const deps = { chain: { events: new EventEmitter() } }
  const { routes } = createApp(deps as unknown as RouteDeps)
  const served = routes.filter(({ method }) => method !== 'ALL')
  return [...new Set(served.map(({ method, path }) => toPattern(`${method} ${path}`)))]
}

/** A route as documents write it (`{name}`), or as the app does (`:name`, `:name{pattern}`), with stars. */
export function toPattern(route: string): string {
  return route
    .replaceAll('[^/]', '')
    .replaceAll(/:[a-zA-Z]+(\{[^/]*\})?(?=\/|$)/g, '*')
    .replaceAll(/\{[a-zA-Z_-]+\}/g, '*')
    .replace(/(?<=[^ ])\/$/, '')
}
