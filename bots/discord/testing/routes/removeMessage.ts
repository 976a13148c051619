import type { FakeMessage, World } from '../World.ts'
import { announceMessage } from './announceMessage.ts'

/** Takes a message away, its thread left standing. */
export function removeMessage(world: World, message: FakeMessage): void {
  world.messages.splice(world.messages.indexOf(message), 1)
  announceMessage(world, 'MESSAGE_DELETE', message)
}
