import { randomInt } from 'node:crypto'

/** Crockford's alphabet in lower case: nothing in it can be mistaken for something else when it is typed. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 10

/** Makes an opaque id that a person can type: 50 random bits. Knowing one gives no right to anything. */
export function createRequestId(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}
