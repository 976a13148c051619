import { BaseError } from '@medikey/errors'

/** The facts of a refusal. */
export type Rejection = {
  readonly txid: string
  /** The node's `reason_data`, as it came. */
  readonly reasonData?: unknown
}

/** The node looked at the transaction and refused it: one subclass for each `reason`. Nothing of it is on chain by this sending. */
export class TransactionRejectedError extends BaseError {
  override readonly name: string = 'TransactionRejectedError'
  readonly txid: string
  /** The node's own word. */
  readonly reason: string
  /** The node's `reason_data`, as it came. */
  readonly reasonData: unknown

  constructor(
    o: Rejection & { reason: string; shortMessage: string; userMessage: string; retryable?: boolean },
  ) {
    const facts =
      o.reasonData === undefined ? [] : [`reason_data: ${JSON.stringify(o.reasonData).slice(0, 300)}`]
    super({
      code: `REJECTED_${o.reason.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()}`,
      shortMessage: o.shortMessage,
      metaMessages: [`txid: ${o.txid}`, `reason: ${o.reason}`, ...facts],
      userMessage: o.userMessage,
      retryable: o.retryable ?? false,
    })
    this.txid = o.txid
    this.reason = o.reason
    this.reasonData = o.reasonData
  }
}
