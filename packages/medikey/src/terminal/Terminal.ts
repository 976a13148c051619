import type { Message } from '@medikey/core'
import type { Shown } from './Shown.ts'
import type { ToCommand } from './ToCommand.ts'

/** A chat as drawn on a terminal. Each call draws one piece, in one write. */
export type Terminal = {
  /** What somebody types into the chat, or does there. */
  showDeed(options: { readonly who: string; readonly text: string }): void
  /** An answer that only one person sees. With `toCommand` each button tells what to type instead of clicking it. */
  showAnswer(options: {
    readonly who: string
    readonly message: Message
    readonly toCommand?: ToCommand
  }): void
  /** A message in a channel, below a card or to one person. */
  show(options: Shown & { readonly toCommand?: ToCommand }): void
  /** A line of the narrator. */
  say(text: string): void
}
