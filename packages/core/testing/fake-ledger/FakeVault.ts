import type { AccessPrivilege, MedicalRecord } from '@medikey/contract-client'

/** medvault's state, as far as core meets it. */
export type FakeVault = {
  readonly chiefMedicalOfficer: string
  readonly records: Map<bigint, MedicalRecord>
  /** By {@link pairKey}. */
  readonly privileges: Map<string, AccessPrivilege>
  /** By {@link pairKey}. */
  readonly usages: Map<string, bigint>
  maintenance: boolean
}
