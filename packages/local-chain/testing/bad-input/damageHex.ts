import type fc from 'fast-check'
import { damage } from './damage.ts'

/** Bytes in hex, damaged. */
export function damageHex(hex: string): fc.Arbitrary<string> {
  return damage(new Uint8Array(Buffer.from(hex, 'hex'))).map((bytes) => Buffer.from(bytes).toString('hex'))
}
