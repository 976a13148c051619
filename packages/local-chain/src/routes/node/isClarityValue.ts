import { BytesReader, deserializeCV } from '@stacks/transactions'

/** True when the bytes are one serialized Clarity value and nothing more. */
export function isClarityValue(bytes: Uint8Array): boolean {
  try {
    const reader = new BytesReader(bytes)
    deserializeCV(reader)
    return reader.consumed === bytes.length
  } catch {
    return false
  }
}
