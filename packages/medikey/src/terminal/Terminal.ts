import type { Message } from '@medikey/core'

/** A chat as drawn on a terminal. Each call draws one piece, in one write. */
export type Terminal = {
  /** What somebody types into the chat, or does there. */
  showDeed(options: { readonly who: string; readonly text: string }): void
  /** An answer that only one person sees. */
  showAnswer(options: { readonly who: string; readonly message: Message }): void
  /** A card with its frame, below the name of its channel. */
  showCard(options: { readonly header: string; readonly message: Message }): void
  /** A message below a card. */
  showReply(options: { readonly header: string; readonly message: Message }): void
  /** A message of its own. */
  showMessage(options: { readonly header: string; readonly message: Message }): void
  /** A line of the narrator. */
  say(text: string): void
}
