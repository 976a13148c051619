import type { VaultState } from './VaultState.ts'

/** A vault just deployed. */
export const emptyState: VaultState = {
  totalRecords: 0n,
  maintenance: false,
  records: new Map(),
  stats: new Map(),
  privileges: new Map(),
  usages: new Map(),
}
