import type { MedvaultEvent } from './MedvaultEvent.ts'

/** One print of the contract. */
export type ContractEvent = {
  /** `0x` and 64 hex digits. */
  readonly txid: string
  /** The event's place in its transaction. */
  readonly eventIndex: number
  /** Null for an event that this version does not know: keep it, a later version may. */
  readonly value: MedvaultEvent | null
  /** The printed Clarity value, serialized: `0x…`. */
  readonly rawHex: string
}
