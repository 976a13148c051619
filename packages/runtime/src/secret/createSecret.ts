import { inspect } from 'node:util'
import type { Secret } from './Secret.ts'

const REDACTED = '[redacted]'

/**
 * Wraps a value so that no accident prints it. The value lives in a closure: there is no property that
 * a serializer, a spread or a debugger's preview could walk into.
 *
 * @param value The token, passphrase or connection string.
 * @example
 * const token = createSecret('xoxb-1')
 * `${token}` // '[redacted]'
 * token.reveal() // 'xoxb-1'
 */
export function createSecret(value: string): Secret {
  const redacted = () => REDACTED
  const secret: Secret = Object.create(null)
  Object.defineProperties(secret, {
    reveal: { value: () => value },
    toString: { value: redacted },
    toJSON: { value: redacted },
    [Symbol.toPrimitive]: { value: redacted },
    [inspect.custom]: { value: redacted },
  })
  return Object.freeze(secret)
}
