import type { FakeMessage, World } from '../World.ts'
import { ApiRefusal } from './ApiRefusal.ts'

/**
 * A message of a channel. What only one person sees is none to the app: it is reached by its interaction's token.
 *
 * @throws ApiRefusal 10008
 */
export function findMessage(world: World, options: { channel: string; id: string | undefined }): FakeMessage {
  const message = world.messages.findLast(
    (candidate) =>
      candidate.channel === options.channel && candidate.id === options.id && candidate.visibleTo === null,
  )
  if (message === undefined) throw new ApiRefusal(10008)
  return message
}
