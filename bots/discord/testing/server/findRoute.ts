import type { Route } from '../routes/Route.ts'
import { routes } from '../routes/routes.ts'

const compiled = Object.entries(routes).map(([name, handle]) => {
  const [method, path = ''] = name.split(' ')
  return { name, method, parts: path.slice(1).split('/'), handle }
})

export type FoundRoute = {
  /** As the table of routes writes it. */
  readonly name: string
  readonly params: Readonly<Record<string, string>>
  readonly handle: Route
}

/** The route of a call, `path` below the version; null where there is none. */
export function findRoute(options: { method: string; path: string }): FoundRoute | null {
  const given = options.path.slice(1).split('/').map(decodeURIComponent)
  for (const { name, method, parts, handle } of compiled) {
    if (method !== options.method || parts.length !== given.length) continue
    if (!parts.every((part, index) => part.startsWith(':') || part === given[index])) continue
    const params = parts.flatMap((part, index) =>
      part.startsWith(':') ? [[part.slice(1), given[index]]] : [],
    )
    return { name, params: Object.fromEntries(params), handle }
  }
  return null
}
