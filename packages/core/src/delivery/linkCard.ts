import type { Message, Text } from '../messages/Message.ts'
import type { MessageRef } from '../model/Post.ts'

/**
 * Fills in where the request's card stands: what links to it is written together with the request, before the card is
 * posted, and leaves after it.
 */
export function linkCard(message: Message, options: { card: MessageRef | null }): Message {
  const { card } = options
  if (card === null) return message
  const fill = (text: Text): Text =>
    text.map((span) =>
      typeof span === 'object' && 'message' in span && span.message.refs.length === 0
        ? { message: { label: span.message.label, refs: [card] } }
        : span,
    )
  return {
    ...message,
    paragraphs: message.paragraphs.map(fill),
    fields: message.fields.map(({ label, value }) => ({ label, value: fill(value) })),
    footer: message.footer.map(fill),
  }
}
