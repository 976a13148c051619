/** Decodes hex with or without `0x`; null when it is none. */
export function hexToBytes(hex: string): Uint8Array | null {
  const digits = hex.startsWith('0x') ? hex.slice(2) : hex
  if (digits.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(digits)) return null
  return new Uint8Array(Buffer.from(digits, 'hex'))
}
