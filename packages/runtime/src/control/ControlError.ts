import { BaseError } from '@medikey/errors'

/**
 * The running process could not be asked, or its answer not be read.
 *
 * @example
 * new ControlError({ code: 'CONTROL_TIMEOUT', shortMessage: 'No answer within 5000 ms.', retryable: true })
 */
export class ControlError extends BaseError {
  override readonly name = 'ControlError'
}
