import type { Vault } from '../simnet/createVault.ts'
import { MAX_UINT } from '../simnet/MAX_UINT.ts'
import type { Cast } from './Cast.ts'
import { emptyState } from './emptyState.ts'
import { readEntries } from './readEntries.ts'
import type { VaultState } from './VaultState.ts'

/** Reads every entry that this cast can have brought about, and the records just outside it. */
export function readWhole(vault: Vault, { principals }: Cast): VaultState {
  const total = Number(vault.getDataVar('total-records'))
  const ids = Array.from({ length: total }, (_, index) => BigInt(index + 1))
  const pairs = ids.flatMap((recordId) => principals.map((medicalStaff) => ({ recordId, medicalStaff })))
  return readEntries(vault, emptyState, {
    recordIds: [...ids, 0n, BigInt(total) + 1n, MAX_UINT],
    physicians: principals,
    pairs,
  })
}
