import { LocalChainError } from '../../errors/LocalChainError.ts'

/** What a route of the API throws when it cannot serve a request; it becomes the answer. */
export class ApiError extends LocalChainError {
  override readonly name = 'ApiError'
  readonly status: 400 | 404
  constructor({ status, message }: { status: 400 | 404; message: string }) {
    super({ code: status === 404 ? 'API_NOT_FOUND' : 'API_BAD_REQUEST', shortMessage: message })
    this.status = status
  }
}
