import { cvToHex } from '@stacks/transactions'
import { z } from 'zod'
import { getDeployment } from '../actions/getDeployment.ts'
import type { ClientContext } from '../ClientContext.ts'
import { ContractNotDeployedError } from '../errors/ContractNotDeployedError.ts'
import { ContractReadError } from '../errors/ContractReadError.ts'
import { requestNode } from '../http/requestNode.ts'
import type { ArgumentDescription, ArgumentValues } from './ArgumentType.ts'
import { encodeArguments } from './encodeArguments.ts'
import { parseClarityHex } from './parseClarityHex.ts'

const callReadAnswer = z.discriminatedUnion('okay', [
  z.object({ okay: z.literal(true), result: z.string() }),
  z.object({ okay: z.literal(false), cause: z.string() }),
])

/** Runs one of the contract's read-only functions on the node. */
export async function readContract<const Arguments extends readonly ArgumentDescription[], Result>(
  context: ClientContext,
  contractFunction: {
    readonly clarityName: string
    readonly arguments: Arguments
    readonly result: z.ZodType<Result>
  },
  values: ArgumentValues<Arguments>,
): Promise<Result> {
  const { clarityName, result } = contractFunction
  const args = encodeArguments({ network: context.network, arguments: contractFunction.arguments, values })
  const path = `/v2/contracts/call-read/${context.contractAddress}/${context.contractName}/${clarityName}`
  const answer = await requestNode(context, {
    path,
    // No function of the contract asks who reads.
    body: { sender: context.contractAddress, arguments: args.map((arg) => cvToHex(arg)) },
    schema: callReadAnswer,
  })
  if (answer.okay) return parseClarityHex({ route: path, hex: answer.result, schema: result })
  if ((await getDeployment(context)) === null)
    throw new ContractNotDeployedError({ contract: context.contract })
  throw new ContractReadError({ contract: context.contract, functionName: clarityName, reason: answer.cause })
}
