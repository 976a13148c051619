import type { ContractClient } from '@medikey/contract-client'

/** The chain as core needs it: reads, the prediction, a signed transaction that is not sent, and the sending. */
export type Ledger = Pick<
  ContractClient,
  | 'getMedicalRecord'
  | 'getMedicalRecords'
  | 'getPhysicianStats'
  | 'getTotalRecords'
  | 'isSystemMaintenance'
  | 'getAccessPrivilege'
  | 'getStaffUsage'
  | 'isChiefMedicalOfficer'
  | 'getChiefMedicalOfficer'
  | 'predict'
  | 'prepare'
  | 'broadcast'
  | 'getTransaction'
  | 'getTransactionAtNonce'
  | 'getNonces'
  | 'getBalance'
  | 'getContractEvents'
  | 'getContractTransactions'
  | 'getRefusedCall'
  | 'getBlock'
  | 'getTip'
  | 'getDeployment'
>
