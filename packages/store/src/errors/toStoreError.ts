import { BaseError } from '@medikey/errors'
import { DrizzleQueryError } from 'drizzle-orm'
import { StoreQueryError } from './StoreQueryError.ts'
import { StoreRuleError } from './StoreRuleError.ts'
import { StoreUnavailableError } from './StoreUnavailableError.ts'

const DEADLOCK_OR_SERIALIZATION = ['40001', '40P01']
const CONNECTION_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']

type DriverError = Error & { code?: unknown; constraint?: unknown; table?: unknown }

/**
 * Maps what a driver throws. The driver's own error is left behind: it carries the statement's parameters and rows,
 * which are people's words.
 */
export function toStoreError(error: unknown): unknown {
  const cause: unknown = error instanceof DrizzleQueryError ? error.cause : error
  if (cause instanceof BaseError) return cause
  if (!(cause instanceof Error)) return error
  const { code, constraint, table, message } = cause as DriverError
  if (typeof code !== 'string') {
    if (isLostConnection(message)) return unavailable(message)
    return error instanceof DrizzleQueryError
      ? new StoreQueryError({ sqlState: null, retryable: false })
      : error
  }
  if (code.startsWith('23')) return new StoreRuleError({ rule: String(constraint ?? table ?? message) })
  if (code.startsWith('08') || code.startsWith('57P') || CONNECTION_CODES.includes(code))
    return unavailable(code)
  if (!/^[0-9A-Z]{5}$/.test(code)) return error
  return new StoreQueryError({
    sqlState: code,
    retryable: DEADLOCK_OR_SERIALIZATION.includes(code),
    // Class 22 is about values, and quotes them.
    metaMessages: code.startsWith('22') ? [] : [message],
  })
}

function isLostConnection(message: string): boolean {
  return /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|PGlite is clos/i.test(
    message,
  )
}

function unavailable(reason: string): StoreUnavailableError {
  const advice = /pglite/i.test(reason)
    ? 'Start MediKey again.'
    : 'Check DATABASE_URL and that the server runs.'
  return new StoreUnavailableError({
    place: 'the database',
    advice: `The connection was lost (${reason}). ${advice}`,
    cause: undefined,
  })
}
