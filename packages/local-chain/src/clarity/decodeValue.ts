import { BytesReader, type ClarityValue, deserializeCV, serializeCVBytes } from '@stacks/transactions'

/**
 * Decodes a serialized Clarity value; null when the bytes are not exactly one. What comes out must still be
 * checked against a type before it may go into the VM, which traps on values that no contract can have.
 */
export function decodeValue(bytes: Uint8Array): ClarityValue | null {
  try {
    const value = deserializeCV(new BytesReader(bytes))
    return Buffer.compare(serializeCVBytes(value), bytes) === 0 ? value : null
  } catch {
    return null
  }
}
