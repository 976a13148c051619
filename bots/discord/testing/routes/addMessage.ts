import { messageFlags } from '../messageFlags.ts'
import type { FakeInteraction, FakeMessage, World } from '../World.ts'
import { announceMessage } from './announceMessage.ts'
import type { Content } from './readContent.ts'

/** Puts a message of the app into a channel, and tells those who listen. */
export function addMessage(
  world: World,
  options: {
    channel: string
    content: Content
    nonce?: string | number | null
    interaction?: FakeInteraction
    isLoading?: boolean
  },
): FakeMessage {
  const { channel, content, nonce = null, interaction, isLoading = false } = options
  const isEphemeral = (content.flags & messageFlags.ephemeral) !== 0
  const message: FakeMessage = {
    id: world.nextId(),
    channel,
    author: world.applicationId,
    ...content,
    nonce,
    visibleTo: isEphemeral && interaction !== undefined ? interaction.user : null,
    interactionId: interaction?.id ?? null,
    isLoading,
    createdAt: world.now(),
    editedAt: null,
    edits: 0,
  }
  world.messages.push(message)
  announceMessage(world, 'MESSAGE_CREATE', message)
  return message
}
