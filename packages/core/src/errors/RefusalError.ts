import { BaseError } from '@medikey/errors'

/**
 * MediKey's own rules say no: a policy, an authority, a state. `code` is stable, the sentence is for the person.
 *
 * @example
 * throw new RefusalError({ code: 'SELF_APPROVAL', message: 'You asked for this grant, so somebody else must decide it.' })
 */
export class RefusalError extends BaseError {
  override readonly name = 'RefusalError'

  constructor(options: { code: string; message: string }) {
    super({ code: options.code, shortMessage: `Refused: ${options.code}.`, userMessage: options.message })
  }
}
