import type { Pair } from './toPairKey.ts'

/** The record and the staff member that {@link toPairKey} made a key of. */
export function fromPairKey(key: string): Pair {
  const [recordId = '', medicalStaff = ''] = key.split(' ')
  return { recordId: BigInt(recordId), medicalStaff }
}
