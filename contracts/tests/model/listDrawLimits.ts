import { type Pair, toPairKey } from './toPairKey.ts'
import type { VaultState } from './VaultState.ts'

/** What bounds a draw, first of all the least: the record's rest, what is left of the allowance, both in full. */
export function listDrawLimits(state: VaultState, { recordId, medicalStaff }: Pair): bigint[] {
  const record = state.records.get(recordId)
  if (record === undefined) return [1n]
  const rest = record['data-volume'] - record['accessed-volume']
  const pair = toPairKey({ recordId, medicalStaff })
  const limit = state.privileges.get(pair)?.['access-limit']
  if (limit === undefined || medicalStaff === record.physician) return [rest, record['data-volume']]
  const left = limit - (state.usages.get(pair) ?? 0n)
  return [left < rest ? left : rest, left, rest, limit, record['data-volume']]
}
