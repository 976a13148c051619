import { hash } from 'node:crypto'

/** SHA-512/256, hex: what transaction ids and signature hashes are made with. */
export function sha512256(...parts: readonly Uint8Array[]): string {
  return hash('sha512-256', parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts), 'hex')
}
