import { BaseError } from '@medikey/errors'

/** Pages of the contract's history do not fit together: something between them is missing. */
export class HistoryGapError extends BaseError {
  override readonly name = 'HistoryGapError'

  constructor(o: { of: string; problem: string }) {
    super({
      code: 'HISTORY_GAP',
      shortMessage: `The Stacks API's pages of the contract's ${o.of} do not fit together: ${o.problem}. They are read again; if this stays, compare the API with another one.`,
      userMessage:
        'The blockchain service tells the history with a gap. It is asked again; tell your administrator if this stays.',
      retryable: true,
    })
  }
}
