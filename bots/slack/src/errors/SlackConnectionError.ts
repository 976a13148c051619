import { BaseError } from '@medikey/errors'

/** MediKey cannot work with Slack as it is configured. */
export class SlackConnectionError extends BaseError {
  override readonly name = 'SlackConnectionError'

  constructor(options: { shortMessage: string; retryable: boolean; cause?: unknown }) {
    super({ code: 'SLACK_CONNECTION', ...options })
  }
}
