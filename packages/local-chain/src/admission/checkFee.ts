import type { DecodedTransaction } from '../transactions/DecodedTransaction.ts'
import type { Rejection } from './Rejection.ts'

/** A node wants at least one µSTX a byte. */
export function checkFee({ fee, bytes }: DecodedTransaction): Rejection | null {
  const expected = bytes.length
  if (fee >= BigInt(expected)) return null
  return { reason: 'FeeTooLow', reason_data: { expected, actual: Number(fee) } }
}
