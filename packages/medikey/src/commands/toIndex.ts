import { InvalidArgumentError } from 'commander'

/** Reads which account of a mnemonic is meant. */
export function toIndex(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('An index is a whole number from 0 to 99.')
}
