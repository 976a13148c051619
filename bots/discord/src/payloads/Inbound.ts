import type { Account } from '@medikey/core'

/** Where a person can be answered. */
export type ReplyAddress = {
  readonly userId: string
  readonly interactionId: string
  /** Takes answers for fifteen minutes; whoever has it can answer, so it is kept out of logs. */
  readonly token: string
  /** The answer takes the place of the message whose button was used: only this person sees it. */
  readonly replacesOriginal: boolean
}

/** What everything that people send has in common. */
export type Inbound = {
  readonly account: Account
  /** The same for the same delivery, however often it arrives. */
  readonly delivery: string
  readonly reply: ReplyAddress
}
