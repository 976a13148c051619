import type { Seen } from '../chat/Chat.ts'

/** One step of the story as a person saw it. */
export type Shot = {
  /** Names the file. */
  readonly name: string
  /** Who looks at it. */
  readonly by: string
  /** Where they are. */
  readonly channel: string
  /** What they typed; null where it came by itself. */
  readonly typed: string | null
  readonly seen: Seen
  /** Whether nobody else sees it. */
  readonly isPrivate: boolean
}

/** Turns what a double of a platform was told to show into what a person sees there. */
export type Painter = {
  /** The look, light and dark. */
  readonly css: string
  paint(shot: Shot): string
}
