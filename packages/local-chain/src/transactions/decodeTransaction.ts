import {
  type AddressHashMode,
  addressFromVersionHash,
  addressHashModeToVersion,
  addressToString,
  BytesReader,
  cvToString,
  deserializeTransaction,
  PayloadType,
  type StacksTransactionWire,
  serializePayloadBytes,
} from '@stacks/transactions'
import { asciiPattern, clarityNamePattern, contractNamePattern } from '../clarity/clarityNames.ts'
import type { DecodedPayload, DecodedTransaction, TransactionAccount } from './DecodedTransaction.ts'
import { sha512256 } from './sha512256.ts'
import { UndecodableTransactionError } from './UndecodableTransactionError.ts'

/**
 * Decodes a transaction. Nothing about it is checked but that the bytes are one.
 *
 * @throws UndecodableTransactionError
 */
export function decodeTransaction(given: Uint8Array): DecodedTransaction {
  try {
    const reader = new BytesReader(given)
    const wire = deserializeTransaction(reader)
    // Past the end the reader counts on, and may count in NaN.
    if (!(reader.consumed <= given.length)) throw new Error('the bytes end before the transaction does')
    // Nodes read no further than the transaction goes.
    const bytes = given.subarray(0, reader.consumed)
    const { auth } = wire
    const sponsorCondition = 'sponsorSpendingCondition' in auth ? auth.sponsorSpendingCondition : null
    const sender = toAccount(wire, auth.spendingCondition)
    return {
      txid: `0x${sha512256(bytes)}`,
      bytes,
      wire,
      sender,
      sponsor: sponsorCondition === null ? null : toAccount(wire, sponsorCondition),
      fee: BigInt((sponsorCondition ?? auth.spendingCondition).fee),
      payload: toPayload(wire, sender.address, bytes),
    }
  } catch (cause) {
    throw new UndecodableTransactionError({ problem: (cause as Error).message, cause })
  }
}

function toAccount(
  wire: StacksTransactionWire,
  condition: { hashMode: AddressHashMode; signer: string; nonce: bigint | number | string },
): TransactionAccount {
  const version = addressHashModeToVersion(
    condition.hashMode,
    wire.transactionVersion === 0 ? 'mainnet' : 'testnet',
  )
  return {
    address: addressToString(addressFromVersionHash(version, condition.signer)),
    nonce: BigInt(condition.nonce),
  }
}

function toPayload({ payload }: StacksTransactionWire, sender: string, bytes: Uint8Array): DecodedPayload {
  switch (payload.payloadType) {
    case PayloadType.ContractCall:
      requireName(payload.contractName.content, contractNamePattern)
      requireName(payload.functionName.content, clarityNamePattern)
      requireExact(payload, bytes)
      return {
        type: 'contract_call',
        contractId: `${addressToString(payload.contractAddress)}.${payload.contractName.content}`,
        functionName: payload.functionName.content,
        args: payload.functionArgs,
      }
    case PayloadType.SmartContract:
    case PayloadType.VersionedSmartContract:
      requireName(payload.contractName.content, contractNamePattern)
      requireName(payload.codeBody.content, asciiPattern)
      return {
        type: 'smart_contract',
        contractId: `${sender}.${payload.contractName.content}`,
        name: payload.contractName.content,
        source: payload.codeBody.content,
        clarityVersion:
          payload.payloadType === PayloadType.VersionedSmartContract ? payload.clarityVersion : null,
      }
    case PayloadType.TokenTransfer: {
      const recipient = cvToString(payload.recipient)
      const contract = recipient.split('.')[1]
      if (contract !== undefined) requireName(contract, contractNamePattern)
      return {
        type: 'token_transfer',
        recipient,
        amount: payload.amount,
        // A memo may be any bytes, which the wire format's string would lose: it is what a transfer ends with.
        memo: `0x${Buffer.from(bytes.subarray(-34)).toString('hex')}`,
      }
    }
    case PayloadType.TenureChange:
      return { type: 'unsupported', reason: 'NoTenureChangeViaMempool' }
    case PayloadType.PoisonMicroblock:
      return { type: 'unsupported', reason: 'ServerFailureOther' }
    default:
      return { type: 'unsupported', reason: 'NoCoinbaseViaMempool' }
  }
}

function requireName(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) throw new Error(`invalid name or text ${JSON.stringify(text.slice(0, 40))}`)
}

// Arguments that would be written otherwise (a string that is no UTF-8, a key twice) are none for a node.
function requireExact(payload: Parameters<typeof serializePayloadBytes>[0], bytes: Uint8Array): void {
  const canonical = serializePayloadBytes(payload)
  if (Buffer.compare(canonical, bytes.subarray(-canonical.length)) !== 0)
    throw new Error('non-canonical arguments')
}
