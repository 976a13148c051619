import type { Vault } from '../simnet/createVault.ts'
import { type Pair, toPairKey } from './toPairKey.ts'
import type { AccessPrivilege, MedicalRecord, PhysicianStats, VaultState } from './VaultState.ts'

/** The keys of the entries to read. */
export type EntryKeys = {
  readonly recordIds: readonly bigint[]
  readonly physicians: readonly string[]
  readonly pairs: readonly Pair[]
}

/**
 * Reads entries from the contract's maps, past its functions, into a copy of what is known already. The
 * simnet cannot list a map, so a key that nobody asks for stays unseen.
 */
export function readEntries(vault: Vault, known: VaultState, keys: EntryKeys): VaultState {
  const records = new Map(known.records)
  const stats = new Map(known.stats)
  const privileges = new Map(known.privileges)
  const usages = new Map(known.usages)
  for (const recordId of keys.recordIds)
    put(records, recordId, vault.getMapEntry('medical-records', recordId) as MedicalRecord | null)
  for (const physician of keys.physicians)
    put(stats, physician, vault.getMapEntry('physician-stats', physician) as PhysicianStats | null)
  for (const pair of keys.pairs) {
    const key = toPairKey(pair)
    put(privileges, key, vault.getMapEntry('access-privileges', pair) as AccessPrivilege | null)
    put(usages, key, vault.getMapEntry('staff-usage', pair) as bigint | null)
  }
  return {
    totalRecords: vault.getDataVar('total-records') as bigint,
    maintenance: vault.getDataVar('system-maintenance') as boolean,
    records,
    stats,
    privileges,
    usages,
  }
}

function put<Key, Value>(map: Map<Key, Value>, key: Key, value: Value | null): void {
  if (value === null) map.delete(key)
  else map.set(key, value)
}
