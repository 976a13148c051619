import { isSecretName } from './isSecretName.ts'
import { serializeError } from './serializeError.ts'

const DEEPEST = 8

/**
 * Copies a value for the log: secret-looking fields redacted at any depth, errors serialised, bigints as
 * decimal strings (a JSON number loses their last digits), bytes and functions left out.
 *
 * @example
 * toLoggable({ headers: { authorization: 'Bearer 1' } }) // { headers: { authorization: '[redacted]' } }
 */
export function toLoggable(value: unknown, depth = 0): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'function' || typeof value === 'symbol') return undefined
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Error) return serializeError(value)
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return '[bytes]'
  if (value instanceof Map) return toLoggable(Object.fromEntries(value), depth)
  if (value instanceof Set) return toLoggable([...value], depth)
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    const json: unknown = value.toJSON()
    return json === value ? '[unserialisable]' : toLoggable(json, depth + 1)
  }
  // Also what ends a cycle.
  if (depth >= DEEPEST) return '[too deep]'
  if (Array.isArray(value)) return value.map((item) => toLoggable(item, depth + 1))
  const copy: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(value))
    copy[name] = isSecretName(name) && canHoldSecret(field) ? '[redacted]' : toLoggable(field, depth + 1)
  return copy
}

// A count (`maxBytes: 4096`, `hasToken: true`) gives nothing away.
const canHoldSecret = (field: unknown) =>
  typeof field === 'string' || (typeof field === 'object' && field !== null)
