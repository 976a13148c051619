import { createMessage } from '../../src/messages/createMessage.ts'
import type { Message } from '../../src/messages/Message.ts'

/** A message of one sentence. */
export function say(text: string): Message {
  return createMessage({ paragraphs: [[text]] })
}
