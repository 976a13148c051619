import { createApp } from '../src/http/createApp.ts'
import type { RouteDeps } from '../src/http/RouteDeps.ts'

/**
 * Every route that the local chain serves, such as `GET /v2/accounts/*`: what varies in a path is a star.
 * Routes need their deps only when they are asked.
 */
export function listRoutes(): string[] {
  const { routes } = createApp({} as RouteDeps)
  return routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => toPattern(`${method} ${path}`))
}

/** A route as the OpenAPI documents write it (`{name}`), or as the app does (`:name`), with stars. */
export function toPattern(route: string): string {
  return route
    .replaceAll(/:[a-zA-Z]+(\{[^/]*\})?(?=\/|$)/g, '*')
    .replaceAll(/\{[a-z_]+\}/g, '*')
    .replace(/(?<=[^ ])\/$/, '')
}
