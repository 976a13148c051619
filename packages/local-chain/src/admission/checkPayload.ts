import type { Chain } from '../chain/Chain.ts'
import { checkArguments } from '../clarity/checkArguments.ts'
import { toTypeSignature } from '../clarity/toTypeSignature.ts'
import { typeOf } from '../clarity/typeOf.ts'
import type { DecodedTransaction } from '../transactions/DecodedTransaction.ts'
import { isTestnetPrincipal } from './isTestnetPrincipal.ts'
import type { Rejection } from './Rejection.ts'

/**
 * A call needs its contract, a public function and arguments of its types; a deployment needs a free name. What
 * only miners make is refused here, after everything else is right about it.
 */
export function checkPayload(
  { index }: Pick<Chain, 'index'>,
  { transaction }: { transaction: DecodedTransaction },
): Rejection | null {
  const { payload } = transaction
  if (payload.type === 'unsupported') {
    return payload.reason === 'ServerFailureOther' ? null : { reason: payload.reason }
  }
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
  const message = checkArguments({
    args: payload.args,
    called,
    describe: ({ type, value }) => `TypeError(${toTypeSignature(type)}, ${toTypeSignature(typeOf(value))})`,
  })
  return message === null ? null : { reason: 'BadFunctionArgument', reason_data: { message } }
}
