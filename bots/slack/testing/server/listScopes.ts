import { methods } from '../methods/methods.ts'
import type { World } from '../World.ts'

/** The scopes of the app's bot tokens: those of its manifest, or all that the double knows. */
export function listScopes(world: World): readonly string[] {
  if (world.manifest !== null) return world.manifest.oauth_config.scopes.bot
  return ['commands', ...new Set(Object.values(methods).flatMap((method) => method.scopes))]
}
