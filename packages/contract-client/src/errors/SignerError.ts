import { BaseError } from '@medikey/errors'

/** The signer failed, or did not sign with the key it says it has. Nothing was sent. */
export class SignerError extends BaseError {
  override readonly name: string = 'SignerError'

  constructor(o: { address: string; problem: string; cause?: unknown }) {
    super({
      code: 'SIGNER_FAILED',
      shortMessage: `The signer of ${o.address} ${o.problem}.`,
      userMessage: 'The transaction could not be signed. Tell your administrator.',
      cause: o.cause,
    })
  }
}
