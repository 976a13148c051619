/** The contract's errors as a caller sees them, written out again so that a changed number fails a test. */
export const ERR = {
  CMO_ONLY: 100n,
  RECORD_NOT_FOUND: 101n,
  INSUFFICIENT_CLEARANCE: 102n,
  INVALID_DATA_SIZE: 103n,
  RECORD_DUPLICATE: 104n,
  UNAUTHORIZED_ACCESS: 105n,
  SYSTEM_MAINTENANCE: 106n,
  CATEGORY_TOO_LONG: 107n,
  RECORD_INACTIVE: 108n,
} as const
