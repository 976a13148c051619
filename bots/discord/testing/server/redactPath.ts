import type { FoundRoute } from './findRoute.ts'

/** The path of a call without the token of an interaction. */
export function redactPath(route: FoundRoute): string {
  const [, path = ''] = route.name.split(' ')
  return path.replace(/:(\w+)/g, (name, key: string) =>
    key === 'token' ? name : (route.params[key] ?? name),
  )
}
