import type { Message } from '@medikey/core'

/** A message as the chat on the terminal showed it: a card in its frame, a reply below one, or a message of its own. */
export type Shown = {
  readonly kind: 'card' | 'reply' | 'message'
  /** Where it stands, as its first line says it. */
  readonly header: string
  /** Whom a direct message is for; null in a channel. */
  readonly userId: string | null
  readonly message: Message
}
