import type { Call, Method } from '../methods/Method.ts'
import type { World } from '../World.ts'
import { listScopes } from './listScopes.ts'

/** The scope that a call needs and the app lacks; null when it lacks none. */
export function findMissingScope(world: World, options: { method: Method; call: Call }): string | null {
  const { method, call } = options
  if (method.token === 'app') return null
  const granted = listScopes(world)
  const needed = method.findScope === undefined ? method.scopes : [method.findScope(world, call)]
  return needed.find((scope) => scope !== null && !granted.includes(scope)) ?? null
}
