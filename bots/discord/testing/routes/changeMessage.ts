import type { FakeMessage, World } from '../World.ts'
import { announceMessage } from './announceMessage.ts'
import type { Content } from './readContent.ts'

/** Changes a message where it stands. The first change of an answer that was being thought about is no edit. */
export function changeMessage(world: World, message: FakeMessage, content: Content): void {
  Object.assign(message, content)
  if (message.isLoading) {
    message.isLoading = false
  } else {
    message.edits += 1
    message.editedAt = world.now()
  }
  announceMessage(world, 'MESSAGE_UPDATE', message)
}
