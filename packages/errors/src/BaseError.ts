/** What a {@link BaseError} is made of. */
export type BaseErrorOptions = {
  /** Stable, machine-readable, SCREAMING_SNAKE; never renamed once released. */
  readonly code: string
  /** One sentence for the log: what happened. No secret, no patient data. */
  readonly shortMessage: string
  /** Facts that help whoever reads the log, one a line. */
  readonly metaMessages?: readonly string[]
  /** What a person in chat or at a terminal reads: what happened, why, and what to do. */
  readonly userMessage?: string
  /** True when the same call may succeed later without anybody changing anything. */
  readonly retryable?: boolean
  readonly cause?: unknown
}

/**
 * The one error class that every room extends. An error is mapped once, at the edge where it arises,
 * and carries from there both what the log needs and what the person is told.
 *
 * @example
 * class RecordNotFoundError extends BaseError {
 *   override readonly name = 'RecordNotFoundError'
 *   constructor(recordId: bigint) {
 *     super({
 *       code: 'RECORD_NOT_FOUND',
 *       shortMessage: `Record ${recordId} does not exist.`,
 *       userMessage: `There is no record ${recordId}. Check the number with /medikey records.`,
 *     })
 *   }
 * }
 */
export class BaseError extends Error {
  override readonly name: string = 'BaseError'
  readonly code: string
  readonly shortMessage: string
  readonly metaMessages: readonly string[]
  readonly userMessage: string
  readonly retryable: boolean

  constructor(options: BaseErrorOptions) {
    const metaMessages = options.metaMessages ?? []
    super([options.shortMessage, ...metaMessages].join('\n'), { cause: options.cause })
    this.code = options.code
    this.shortMessage = options.shortMessage
    this.metaMessages = metaMessages
    this.userMessage = options.userMessage ?? options.shortMessage
    this.retryable = options.retryable ?? false
  }
}
