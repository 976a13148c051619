import type { Message } from './Message.ts'

/**
 * Completes a message: what is left out is empty.
 *
 * @example
 * createMessage({ tone: 'good', paragraphs: [['Record ', { bold: '7' }, ' is active.']] })
 */
export function createMessage(parts: Partial<Message>): Message {
  return { title: null, tone: 'neutral', paragraphs: [], fields: [], footer: [], actions: [], ...parts }
}
