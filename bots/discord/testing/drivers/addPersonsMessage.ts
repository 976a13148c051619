import { announceMessage } from '../routes/announceMessage.ts'
import { findMentions } from '../routes/findMentions.ts'
import type { FakeMessage, World } from '../World.ts'
import { getUserOrThrow } from './getUserOrThrow.ts'

export type SayOptions = { readonly user: string; readonly channel: string; readonly text: string }

/** Puts what a person writes into a channel, and tells the apps that listen. */
export function addPersonsMessage(world: World, options: SayOptions): FakeMessage {
  const { text, channel } = options
  const message: FakeMessage = {
    id: world.nextId(),
    channel,
    author: getUserOrThrow(world, options.user).id,
    content: text,
    components: [],
    embeds: [],
    attachments: [],
    flags: 0,
    ...findMentions(world, { content: text, components: [], allowed: null }),
    nonce: null,
    visibleTo: null,
    interactionId: null,
    isLoading: false,
    createdAt: world.now(),
    editedAt: null,
    edits: 0,
  }
  world.messages.push(message)
  announceMessage(world, 'MESSAGE_CREATE', message)
  return message
}
