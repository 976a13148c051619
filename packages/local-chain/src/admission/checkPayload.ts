import { type ClarityAbiFunction, getTypeString } from '@stacks/transactions'
import type { Chain } from '../chain/Chain.ts'
import type { DecodedPayload, DecodedTransaction } from '../transactions/DecodedTransaction.ts'
import { admitsType } from './admitsType.ts'
import { isTestnetPrincipal } from './isTestnetPrincipal.ts'
import type { Rejection } from './Rejection.ts'

/** A call needs its contract, a public function and arguments of its types; a deployment needs a free name. */
export function checkPayload(
  { index }: Pick<Chain, 'index'>,
  { transaction }: { transaction: DecodedTransaction },
): Rejection | null {
  const { payload } = transaction
  if (payload.type === 'smart_contract') {
    if (!index.contracts.has(payload.contractId)) return null
    return { reason: 'ContractAlreadyExists', reason_data: { contract_identifier: payload.contractId } }
  }
  if (payload.type !== 'contract_call') return null
  if (!isTestnetPrincipal(payload.contractId)) return { reason: 'BadAddressVersionByte' }
  const contract = index.contracts.get(payload.contractId)
  if (contract === undefined) return { reason: 'NoSuchContract' }
  const called = contract.abi.functions.find(({ name }) => name === payload.functionName)
  if (called?.access !== 'public') return { reason: 'NoSuchPublicFunction' }
  return checkArguments(payload, called)
}

function checkArguments(
  { args }: Extract<DecodedPayload, { type: 'contract_call' }>,
  called: ClarityAbiFunction,
): Rejection | null {
  if (args.length !== called.args.length) {
    return refuse(`IncorrectArgumentCount(${called.args.length}, ${args.length})`)
  }
  for (const [i, { name, type }] of called.args.entries()) {
    const value = args[i]
    if (value === undefined || !admitsType(value, type)) {
      return refuse(`TypeValueError: argument ${name} has to be ${getTypeString(type)}`)
    }
  }
  return null
}

function refuse(message: string): Rejection {
  return { reason: 'BadFunctionArgument', reason_data: { message } }
}
