import type { FakeMessage, FakeUser, World } from '../World.ts'

/**
 * Makes sure that a person can use what stands in a message.
 *
 * @throws Error where it was deleted or is for somebody else
 */
export function checkSees(world: World, options: { user: FakeUser; message: FakeMessage }): void {
  const { user, message } = options
  if (!world.messages.includes(message)) throw new Error(`The message ${message.id} was deleted.`)
  if (message.visibleTo !== null && message.visibleTo !== user.id)
    throw new Error(`${user.name} does not see the message ${message.id}.`)
}
