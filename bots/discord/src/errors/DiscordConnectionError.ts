import { BaseError } from '@medikey/errors'

/** MediKey cannot work with Discord as it is configured. */
export class DiscordConnectionError extends BaseError {
  override readonly name = 'DiscordConnectionError'

  constructor(options: { shortMessage: string; retryable: boolean; cause?: unknown }) {
    super({ code: 'DISCORD_CONNECTION', ...options })
  }
}
