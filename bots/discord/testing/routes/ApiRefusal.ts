import { BaseError } from '@medikey/errors'
import { type ErrorCode, errorCodes } from './errorCodes.ts'

/** Discord says no: a code of its own, and for a form the tree of what is wrong where. */
export class ApiRefusal extends BaseError {
  override readonly name = 'ApiRefusal'
  readonly status: number
  readonly body: { readonly code: number; readonly message: string; readonly errors?: unknown }

  constructor(code: ErrorCode, errors?: unknown) {
    const { status, message } = errorCodes[code]
    super({ code: `DISCORD_${code}`, shortMessage: message })
    this.status = status
    this.body = { code, message, ...(errors === undefined ? {} : { errors }) }
  }
}
