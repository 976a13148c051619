import { BaseError } from '@medikey/errors'
import type { Destination } from '../model/Destination.ts'

/** A chat platform or a webhook did not take a message. Says whether another try can help, and whether this one may have worked unseen. */
export class MessengerError extends BaseError {
  override readonly name = 'MessengerError'
  readonly platform: Destination
  /** When another try may help; null: never, until somebody mends the cause. */
  readonly retryAfterMs: number | null
  /** The platform may have taken the message although no answer came. */
  readonly ambiguous: boolean
  /** The message that was to be changed was deleted. */
  readonly isGone: boolean

  constructor(options: {
    platform: Destination
    shortMessage: string
    retryAfterMs: number | null
    ambiguous: boolean
    isGone?: boolean
    cause?: unknown
  }) {
    super({
      code: 'MESSENGER_FAILED',
      shortMessage: options.shortMessage,
      retryable: options.retryAfterMs !== null,
      cause: options.cause,
    })
    this.platform = options.platform
    this.retryAfterMs = options.retryAfterMs
    this.ambiguous = options.ambiguous
    this.isGone = options.isGone ?? false
  }
}
