import { BaseError } from '@medikey/errors'

/** A form could not be shown. */
export class FormError extends BaseError {
  override readonly name = 'FormError'

  constructor(options: { cause: unknown }) {
    super({
      code: 'FORM_NOT_OPENED',
      shortMessage: 'Discord did not open a form.',
      userMessage:
        'The form could not be opened in time. Try again, or give everything as options of the command: /medikey help shows how.',
      retryable: true,
      cause: options.cause,
    })
  }
}
