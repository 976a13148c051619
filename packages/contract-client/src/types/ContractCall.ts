/** A call of one of the contract's public functions, told apart by the Clarity name in camelCase. */
export type ContractCall =
  | {
      readonly functionName: 'createMedicalRecord'
      readonly recordCategory: string
      readonly dataVolume: bigint
    }
  | { readonly functionName: 'accessMedicalData'; readonly recordId: bigint; readonly accessVolume: bigint }
  | {
      readonly functionName: 'grantMedicalAccess'
      readonly recordId: bigint
      readonly medicalStaff: string
      readonly accessLimit: bigint
    }
  | { readonly functionName: 'revokeMedicalAccess'; readonly recordId: bigint; readonly medicalStaff: string }
  | { readonly functionName: 'archiveRecord'; readonly recordId: bigint }
  | { readonly functionName: 'enableMaintenance' }
  | { readonly functionName: 'disableMaintenance' }
