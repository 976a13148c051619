// Generated from contracts/medvault.clar by scripts/generate.ts. Edits are lost.

/** The contract's error constants and their `(err uN)` values, as the VM tells them. */
export const contractErrorCodes = {
  ERR_CMO_ONLY: 100n,
  ERR_RECORD_NOT_FOUND: 101n,
  ERR_INSUFFICIENT_CLEARANCE: 102n,
  ERR_INVALID_DATA_SIZE: 103n,
  ERR_RECORD_DUPLICATE: 104n,
  ERR_UNAUTHORIZED_ACCESS: 105n,
  ERR_SYSTEM_MAINTENANCE: 106n,
  ERR_CATEGORY_TOO_LONG: 107n,
  ERR_RECORD_INACTIVE: 108n,
} as const
