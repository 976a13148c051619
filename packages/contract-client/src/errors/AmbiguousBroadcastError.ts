import { BaseError } from '@medikey/errors'

/**
 * Nobody knows whether the node accepted the transaction. Send the same bytes again: the same txid makes
 * that safe. Signing anew could make two of it.
 */
export class AmbiguousBroadcastError extends BaseError {
  override readonly name: string = 'AmbiguousBroadcastError'
  readonly txid: string

  constructor(o: { txid: string; problem: string; cause?: unknown }) {
    super({
      code: 'BROADCAST_AMBIGUOUS',
      shortMessage: `It is not known whether the node accepted ${o.txid}: ${o.problem}. Send the same bytes again.`,
      userMessage:
        'The transaction was sent, and the blockchain has not confirmed that it arrived. It is being checked.',
      retryable: true,
      cause: o.cause,
    })
    this.txid = o.txid
  }
}
