import { InvalidArgumentError } from '../errors/InvalidArgumentError.ts'

/** A txid in the one spelling that this package uses: `0x` and 64 hex digits in lower case. */
export function parseTxid(value: string): string {
  const digits = value.toLowerCase().replace(/^0x/, '')
  if (/^[0-9a-f]{64}$/.test(digits)) return `0x${digits}`
  throw new InvalidArgumentError({ argument: 'txid', problem: 'txid must be 0x and 64 hexadecimal digits.' })
}
