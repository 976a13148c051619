import type { Account } from '@medikey/core'

/** Where a person can be answered. */
export type ReplyAddress = {
  /** The workspace where they are, which for a guest of a shared channel is not their own. */
  readonly workspace: string
  readonly userId: string
  /** Takes five messages within thirty minutes, also where the app is no member. */
  readonly responseUrl: string | null
  readonly channel: string | null
  /** Whether the answer takes the place of what they acted on: a message with buttons that only they see. */
  readonly replacesOriginal: boolean
  /** The account whose Home tab they acted on, which then shows the answer; null: they acted elsewhere. */
  readonly home: Account | null
}

/** What everything that people send has in common. */
export type Inbound = {
  readonly account: Account
  /** The same for the same delivery, however often it arrives. */
  readonly delivery: string
  readonly reply: ReplyAddress
}
