import type { Message } from '../messages/Message.ts'
import type { Account } from './Account.ts'
import type { AlertEvent } from './AlertEvent.ts'
import type { Destination } from './Destination.ts'
import type { Platform } from './Platform.ts'

/** Where a message stands on a platform. */
export type MessageRef = {
  readonly platform: Platform
  readonly workspace: string
  readonly channel: string
  /** Slack's `ts`, Discord's message id. */
  readonly messageId: string
}

/**
 * A message that has to reach a chat platform, stored with the change it tells of and sent afterwards.
 *
 * A `card` is a request's one message, in the approvals channel or, for a person's own action, to that person; an `alert`
 * is an alert's, in the alerts channel. Both are posted once and edited whenever what they tell of moves, so they carry
 * no text of their own. `thread` posts go below them, `direct` ones to a person, `event` ones to the webhook. A `digest`
 * goes to the alerts channel, with pictures, and is composed from stored figures.
 */
export type Post = {
  /** Also the idempotency key that the platform keeps in the message's metadata. */
  readonly id: string
  /** Posts of one lane leave in their order, one at a time. */
  readonly lane: Lane
  readonly kind: 'card' | 'thread' | 'direct' | 'alert' | 'event' | 'digest'
  /**
   * The principal a direct message is for, or one account where no other of theirs may read it; of a card null where it
   * stands in the approvals channel.
   */
  readonly recipient: string | Account | null
  /**
   * Null for a card, an alert and a digest, which are composed from the rows each time they are shown, and for what tells
   * of an {@link event}.
   */
  readonly message: Message | null
  /** The step of an alert's life that it tells of. */
  readonly event: AlertEvent | null
  /** Where it was posted, once it was; null for what a webhook was told. */
  readonly ref: MessageRef | null
  /** Grows with each change that the message has to show. */
  readonly revision: number
  /** How often it was tried, this time included: from the second on an earlier try may have posted it unseen. */
  readonly attempts: number
}

/** What has one message, which is edited in place: a request or an alert. */
export type CardSubject = { readonly requestId: string } | { readonly alertId: string }

/** What a sequence of messages is about, on one platform: a request, an alert, who a principal is, or a digest. */
export type Lane = {
  readonly subject: CardSubject | { readonly principal: string } | { readonly digestId: string }
  readonly platform: Destination
}
