import type { FakeMessage, World } from '../World.ts'
import { ApiRefusal } from './ApiRefusal.ts'
import { findByToken } from './findByToken.ts'
import type { ApiRequest } from './Route.ts'

/**
 * An answer to an interaction, by the interaction's token: `@original` or one of those that followed.
 *
 * @throws ApiRefusal 10008
 */
export function findAnswer(world: World, params: ApiRequest['params']): FakeMessage {
  const interaction = findByToken(world, params)
  const id = params.message === '@original' ? interaction.original?.id : params.message
  const message = world.messages.findLast(
    (candidate) =>
      candidate.id === id &&
      (candidate === interaction.original || candidate.interactionId === interaction.id),
  )
  if (message === undefined) throw new ApiRefusal(10008)
  return message
}
