/** One call of a public function, by whoever is the contract-caller. */
export type Call = { readonly caller: string } & (
  | { readonly name: 'create-medical-record'; readonly recordCategory: string; readonly dataVolume: bigint }
  | { readonly name: 'access-medical-data'; readonly recordId: bigint; readonly accessVolume: bigint }
  | {
      readonly name: 'grant-medical-access'
      readonly recordId: bigint
      readonly medicalStaff: string
      readonly accessLimit: bigint
    }
  | { readonly name: 'revoke-medical-access'; readonly recordId: bigint; readonly medicalStaff: string }
  | { readonly name: 'archive-record'; readonly recordId: bigint }
  | { readonly name: 'enable-maintenance' }
  | { readonly name: 'disable-maintenance' }
)
