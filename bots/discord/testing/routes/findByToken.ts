import type { FakeInteraction, World } from '../World.ts'
import { ApiRefusal } from './ApiRefusal.ts'
import type { ApiRequest } from './Route.ts'

const TOKEN_LIFE_MS = 15 * 60_000

/**
 * The interaction whose token an app uses for its further answers.
 *
 * @throws ApiRefusal 50027 for a token that is wrong or older than fifteen minutes, 10015 before the first response
 */
export function findByToken(world: World, params: ApiRequest['params']): FakeInteraction {
  const token = params.token ?? ''
  const [, id = ''] = Buffer.from(token, 'base64url').toString().split(':')
  const interaction = world.interactions.get(id)
  if (
    params.application !== world.applicationId ||
    interaction?.token !== token ||
    world.now() - interaction.issuedAt > TOKEN_LIFE_MS
  )
    throw new ApiRefusal(50027)
  if (interaction.response === null) throw new ApiRefusal(10015)
  return interaction
}
