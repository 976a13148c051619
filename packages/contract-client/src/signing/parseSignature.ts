/** The two numbers of an ECDSA signature. */
export type EcdsaSignature = { readonly r: bigint; readonly s: bigint }

/** Reads `r‖s` as 128 hex digits, or DER as hex. Null when it is neither. */
export function parseSignature(hex: string): EcdsaSignature | null {
  const digits = hex.toLowerCase().replace(/^0x/, '')
  if (!/^([0-9a-f]{2})+$/.test(digits)) return null
  if (digits.length === 128)
    return { r: BigInt(`0x${digits.slice(0, 64)}`), s: BigInt(`0x${digits.slice(64)}`) }
  return parseDer(Buffer.from(digits, 'hex'))
}

/** `30 length 02 length r 02 length s`. Both numbers are below 2^256, so every length is one byte. */
function parseDer(bytes: Buffer): EcdsaSignature | null {
  if (bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2) return null
  const r = readInteger(bytes, 2)
  const s = r === null ? null : readInteger(bytes, r.end)
  if (r === null || s === null || s.end !== bytes.length) return null
  return { r: r.value, s: s.value }
}

function readInteger(bytes: Buffer, start: number): { value: bigint; end: number } | null {
  const length = bytes[start + 1]
  if (bytes[start] !== 0x02 || length === undefined || length < 1 || length > 33) return null
  const end = start + 2 + length
  const content = bytes.subarray(start + 2, end)
  // A first bit would make it negative, which neither number is.
  if (content.length !== length || (content[0] ?? 0x80) >= 0x80) return null
  return { value: BigInt(`0x${content.toString('hex')}`), end }
}
