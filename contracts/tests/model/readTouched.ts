import type { Vault } from '../simnet/createVault.ts'
import type { Call } from './Call.ts'
import { readEntries } from './readEntries.ts'
import type { VaultState } from './VaultState.ts'

/** Reads again what the call can have changed. All the rest is looked at by `readWhole`, which takes longer. */
export function readTouched(vault: Vault, known: VaultState, call: Call): VaultState {
  const recordId = 'recordId' in call ? call.recordId : known.totalRecords + 1n
  const medicalStaff = 'medicalStaff' in call ? call.medicalStaff : call.caller
  return readEntries(vault, known, {
    recordIds: [recordId],
    physicians: [call.caller],
    pairs: [{ recordId, medicalStaff }],
  })
}
