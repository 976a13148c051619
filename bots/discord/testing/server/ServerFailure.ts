import { BaseError } from '@medikey/errors'

/** Discord fails on its own side: an answer of 500. */
export class ServerFailure extends BaseError {
  override readonly name = 'ServerFailure'

  constructor() {
    super({ code: 'DISCORD_500', shortMessage: '500: Internal Server Error', retryable: true })
  }
}
