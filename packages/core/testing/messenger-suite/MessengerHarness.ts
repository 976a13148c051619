import type { MessageRef } from '../../src/model/Post.ts'
import type { Messenger } from '../../src/ports/Messenger.ts'

/** A message as a person sees it. */
export type ShownMessage = {
  /** Everything that can be read, in order; people as `@` and their user id where they are mentioned. */
  readonly text: string
  /** User ids that the message mentions. */
  readonly mentions: readonly string[]
  /** Whether it calls everybody: `@here`, `@channel`, `@everyone`. */
  readonly isBroadcast: boolean
  /** Addresses that the message hides behind another text. */
  readonly links: readonly string[]
  /** Pictures below the words, with what they say to whoever does not see them. */
  readonly images: readonly { readonly alt: string; readonly png: Uint8Array }[]
  /** Request ids on the buttons that decide. */
  readonly buttons: readonly string[]
}

/** Where to look. */
export type Place = 'approvals' | 'alerts' | { readonly below: MessageRef } | { readonly direct: string }

/**
 * What goes wrong with the next attempt to post.
 *
 * - `rate-limited`: refused, with 3 seconds to wait
 * - `lost-answer`: posted, but the connection breaks before the answer
 * - `lost-call`: the connection breaks before anything is posted
 * - `server-error`: the platform answers with a failure of its own, and nothing is posted
 * - `refused-token`: the token is invalid
 * - `unknown-channel`: the channel does not exist for us
 */
export type Disturbance =
  | 'rate-limited'
  | 'lost-answer'
  | 'lost-call'
  | 'server-error'
  | 'refused-token'
  | 'unknown-channel'

/** A messenger over a double of its platform, with eyes and hands for the suite. */
export type MessengerHarness = {
  readonly messenger: Messenger
  readonly workspace: string
  /** The user id of somebody who can be written to. */
  readonly userId: string
  /** What no error may tell. */
  readonly secrets: readonly string[]
  /** Messages of a place, oldest first. */
  list(place: Place): Promise<readonly ShownMessage[]>
  disturb(disturbance: Disturbance): void
  /** Lets the platform take the same key as a new one, as it does minutes later. */
  forgetKeys(): void
  close(): Promise<void>
}
