import type { World } from '../World.ts'

/** What is wrong with a call's token, in Slack's words; null when it is right. */
export function authenticate(world: World, options: { method: string; token: string | null }): string | null {
  const { method, token } = options
  if (token === null || token === '') return 'not_authed'
  const needsAppToken = method === 'apps.connections.open'
  if (token === (needsAppToken ? world.tokens.app : world.tokens.bot)) return null
  return token === (needsAppToken ? world.tokens.bot : world.tokens.app)
    ? 'not_allowed_token_type'
    : 'invalid_auth'
}
