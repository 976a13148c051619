import type { Message } from './Message.ts'

/** Completes a message: what is left out is empty. */
export function createMessage(parts: Partial<Message>): Message {
  return { title: null, tone: 'neutral', paragraphs: [], fields: [], footer: [], actions: [], ...parts }
}
