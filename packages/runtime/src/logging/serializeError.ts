import { BaseError } from '@medikey/errors'

/** Facts of system and HTTP errors that are safe to log; everything else an error carries may hold a header. */
const FACTS = ['code', 'errno', 'syscall', 'port', 'status', 'statusCode', 'reason'] as const

const DEEPEST_CAUSE = 8

/**
 * Writes an error for the log: what it is, what happened and why, down the chain of causes. Of a
 * {@link BaseError} the sentence for the log is told and the one for the person left out. Other
 * libraries hang whole requests on their errors, tokens included, so nothing but known facts is taken.
 *
 * @example
 * serializeError(new Error('It failed.', { cause: new Error('reset') }))
 */
export function serializeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : { type: typeof error }
  const cause =
    error.cause === undefined || depth >= DEEPEST_CAUSE
      ? {}
      : { cause: serializeError(error.cause, depth + 1) }
  const errors =
    error instanceof AggregateError && depth < DEEPEST_CAUSE
      ? { errors: error.errors.map((each) => serializeError(each, depth + 1)) }
      : {}
  const stack = error.stack?.slice(error.stack.indexOf('\n    at ')).trim()
  if (error instanceof BaseError)
    return {
      type: error.name,
      code: error.code,
      message: error.shortMessage,
      ...(error.metaMessages.length > 0 && { metaMessages: error.metaMessages }),
      retryable: error.retryable,
      stack,
      ...cause,
    }
  const facts: Record<string, unknown> = {}
  for (const name of FACTS) {
    const value: unknown = Reflect.get(error, name)
    if (typeof value === 'string' || typeof value === 'number') facts[name] = value
  }
  return { type: error.name, message: error.message, ...facts, stack, ...cause, ...errors }
}
