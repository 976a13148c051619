import type { FakeMessage } from '../World.ts'

export type ClickOptions = {
  readonly user: string
  readonly message: FakeMessage
  /** Label or custom id of a button that stands in the message now. */
  readonly button: string
  /** What a hostile client would send instead of the button's own. */
  readonly forge?: {
    readonly customId?: string
    /** As if the button stood in another message. */
    readonly message?: FakeMessage
  }
}
