import type { ClarityValue } from '@stacks/transactions'
import type { ClientContext } from '../ClientContext.ts'
import { encodeArguments } from '../clarity/encodeArguments.ts'
import { contractFunctions } from '../generated/contractFunctions.ts'
import type { ContractCall } from '../types/ContractCall.ts'

/** A call as the chain takes it. Refuses arguments that cannot be right. */
export function encodeCall(
  context: Pick<ClientContext, 'network'>,
  call: ContractCall,
): { functionName: string; functionArgs: ClarityValue[] } {
  const { clarityName, arguments: descriptions } = contractFunctions[call.functionName]
  const functionArgs = encodeArguments({
    network: context.network,
    arguments: descriptions,
    values: { ...call },
  })
  return { functionName: clarityName, functionArgs }
}
