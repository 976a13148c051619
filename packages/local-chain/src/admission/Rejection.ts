/** Why a node refuses a transaction, in the words of `MemPoolRejection` in stacks-core. */
export type Rejection =
  | {
      readonly reason: 'BadNonce' | 'TooMuchChaining'
      readonly reason_data: {
        readonly message?: string
        readonly expected: number
        readonly actual: number
        readonly principal: string
        readonly is_origin: boolean
      }
    }
  | {
      readonly reason: 'FeeTooLow'
      readonly reason_data: { readonly expected: number; readonly actual: number }
    }
  | {
      readonly reason: 'NotEnoughFunds'
      /** `0x` and 32 hex digits. */
      readonly reason_data: { readonly expected: string; readonly actual: string }
    }
  | {
      readonly reason: 'SignatureValidation' | 'BadFunctionArgument' | 'ServerFailureOther'
      readonly reason_data: { readonly message: string }
    }
  | {
      readonly reason: 'ContractAlreadyExists'
      readonly reason_data: { readonly contract_identifier: string }
    }
  | {
      readonly reason: 'TransferRecipientCannotEqualSender'
      readonly reason_data: { readonly recipient: string }
    }
  | {
      readonly reason:
        | 'NoSuchContract'
        | 'NoSuchPublicFunction'
        | 'ConflictingNonceInMempool'
        | 'BadAddressVersionByte'
        | 'BadTransactionVersion'
        | 'TransferAmountMustBePositive'
        | 'NoCoinbaseViaMempool'
        | 'NoTenureChangeViaMempool'
    }
