import type { ClarityValue, StacksTransactionWire } from '@stacks/transactions'

export type TransactionAccount = { readonly address: string; readonly nonce: bigint }

export type DecodedPayload =
  | {
      readonly type: 'contract_call'
      readonly contractId: string
      readonly functionName: string
      readonly args: readonly ClarityValue[]
    }
  | {
      readonly type: 'smart_contract'
      readonly contractId: string
      readonly name: string
      readonly source: string
      readonly clarityVersion: number | null
    }
  | {
      readonly type: 'token_transfer'
      readonly recipient: string
      readonly amount: bigint
      /** 34 bytes, `0x…`. */
      readonly memo: string
    }
  /** What only miners make: coinbase, tenure change, poison microblock. */
  | {
      readonly type: 'unsupported'
      readonly reason: 'NoCoinbaseViaMempool' | 'NoTenureChangeViaMempool' | 'ServerFailureOther'
    }

/** A transaction as the chain works with it, beside the exact bytes that were signed. */
export type DecodedTransaction = {
  /** `0x…`, as the API tells it. */
  readonly txid: string
  readonly bytes: Uint8Array
  readonly wire: StacksTransactionWire
  readonly sender: TransactionAccount
  readonly sponsor: TransactionAccount | null
  /** µSTX, paid by the sponsor when there is one. */
  readonly fee: bigint
  readonly payload: DecodedPayload
}
