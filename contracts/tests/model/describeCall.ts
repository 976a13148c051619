import { inspect } from 'node:util'
import type { Call } from './Call.ts'

/** A call on one line. */
export function describeCall({ name, caller, ...args }: Call): string {
  return `${name} ${inspect(args, { breakLength: Number.POSITIVE_INFINITY })} by ${caller}`
}
