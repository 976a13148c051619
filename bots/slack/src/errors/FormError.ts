import { BaseError } from '@medikey/errors'

/** A form could not be shown. */
export class FormError extends BaseError {
  override readonly name = 'FormError'

  constructor(options: { cause: unknown }) {
    super({
      code: 'FORM_NOT_OPENED',
      shortMessage: 'Slack did not open a form.',
      userMessage:
        'The form could not be opened in time. Try again, or type everything into one line: /medikey help shows how.',
      retryable: true,
      cause: options.cause,
    })
  }
}
