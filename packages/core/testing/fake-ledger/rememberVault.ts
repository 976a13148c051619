import type { FakeVault } from './FakeVault.ts'

/** Remembers the vault as it is; the answer brings it back to that. */
export function rememberVault(vault: FakeVault): () => void {
  const { maintenance } = vault
  const [records, privileges, usages] = [[...vault.records], [...vault.privileges], [...vault.usages]]
  return () => {
    vault.maintenance = maintenance
    refill(vault.records, records)
    refill(vault.privileges, privileges)
    refill(vault.usages, usages)
  }
}

function refill<K, V>(map: Map<K, V>, entries: readonly (readonly [K, V])[]): void {
  map.clear()
  for (const [key, value] of entries) map.set(key, value)
}
