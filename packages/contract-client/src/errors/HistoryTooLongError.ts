import { BaseError } from '@medikey/errors'

/** A search through a principal's transactions came to its bound. It is not known whether the nonce was used. */
export class HistoryTooLongError extends BaseError {
  override readonly name: string = 'HistoryTooLongError'

  constructor(o: { principal: string; nonce: bigint; looked: number }) {
    super({
      code: 'HISTORY_TOO_LONG',
      shortMessage: `Nonce ${o.nonce} of ${o.principal} lies behind its newest ${o.looked} transactions. Look it up in a block explorer.`,
      userMessage: 'An old transaction could not be looked up. Tell your administrator.',
    })
  }
}
