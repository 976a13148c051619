import type { Method } from '../methods/Method.ts'
import type { FakeTeam, World } from '../World.ts'

/** Whose token a call carries, or what is wrong with it, in Slack's words. */
export function authenticate(
  world: World,
  options: { method: Method; token: string | null },
): { readonly team: FakeTeam } | { readonly error: string } {
  const { method, token } = options
  if (token === null || token === '') return { error: 'not_authed' }
  const team = world.teams.find((candidate) => candidate.botToken === token)
  const kind = team !== undefined ? 'bot' : token === world.appToken ? 'app' : null
  if (kind === null) return { error: 'invalid_auth' }
  if (kind !== method.token) return { error: 'not_allowed_token_type' }
  return { team: team ?? world.teams[0] }
}
