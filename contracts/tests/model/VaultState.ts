/** All that a vault keeps. Entries have the shape of the contract's own, so that they compare as they are. */
export type VaultState = {
  readonly totalRecords: bigint
  readonly maintenance: boolean
  readonly records: ReadonlyMap<bigint, MedicalRecord>
  readonly stats: ReadonlyMap<string, PhysicianStats>
  /** By {@link toPairKey}, as are the usages. */
  readonly privileges: ReadonlyMap<string, AccessPrivilege>
  readonly usages: ReadonlyMap<string, bigint>
}

export type MedicalRecord = {
  readonly physician: string
  readonly 'record-category': string
  readonly 'data-volume': bigint
  readonly 'accessed-volume': bigint
  readonly 'created-at': bigint
  readonly 'active-record': boolean
}

export type PhysicianStats = { readonly 'record-count': bigint; readonly 'total-data-managed': bigint }

export type AccessPrivilege = { readonly 'can-access': boolean; readonly 'access-limit': bigint }
