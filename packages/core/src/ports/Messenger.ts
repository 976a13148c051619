import type { Message } from '../messages/Message.ts'
import type { Platform } from '../model/Platform.ts'
import type { CardSubject, MessageRef } from '../model/Post.ts'

/** A picture that is posted with a message. */
export type Image = {
  /** A file's name, such as `draws.png`. */
  readonly name: string
  /** What it shows, for whoever does not see it; at most 1000 characters. */
  readonly alt: string
  readonly png: Uint8Array
}

/** Part of every call that posts: how a second try finds what a first one may have posted unseen. */
export type Posting = {
  /** Idempotency key; kept in the message's metadata. */
  readonly key: string
  readonly message: Message
  /** True when an earlier try may have posted: look for the key before posting again. */
  readonly maybePosted: boolean
}

/**
 * A chat platform, outgoing. Failures are {@link MessengerError}s: they say whether another try can help and when.
 * Passes `testMessenger()`.
 */
export interface Messenger {
  readonly platform: Platform
  /** Posts a request's card: to the approvals channel, or as a direct message to somebody's account. */
  postCard(
    posting: Posting & { readonly requestId: string } & (
        | { readonly userId: null }
        | { readonly workspace: string; readonly userId: string }
      ),
  ): Promise<MessageRef>
  /** Shows the present state of a card or an alert in place. Showing the same state twice is harmless. */
  updateCard(
    options: CardSubject & {
      readonly ref: MessageRef
      readonly message: Message
      readonly key: string
    },
  ): Promise<void>
  /** Posts below a card or an alert. */
  postThread(posting: Posting & { readonly ref: MessageRef }): Promise<MessageRef>
  /** Sends a direct message to somebody's account, in the workspace where they have it. */
  notifyUser(posting: Posting & { readonly workspace: string; readonly userId: string }): Promise<MessageRef>
  /** Posts an alert's message to the alerts channel; {@link updateCard} edits it. */
  postAlert(posting: Posting & { readonly alertId: string }): Promise<MessageRef>
  /**
   * Posts a digest to the alerts channel, with its pictures below the words, in their order; at most four. A platform
   * that cannot show them posts the words alone.
   */
  postDigest(posting: Posting & { readonly images: readonly Image[] }): Promise<MessageRef>
}
