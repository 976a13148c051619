import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { parseClarityHex } from '../clarity/parseClarityHex.ts'
import { contractFunctions } from '../generated/contractFunctions.ts'
import { readExtended } from '../http/readExtended.ts'
import type { RefusedCall } from '../types/ContractTransaction.ts'
import { parseTxid } from './parseTxid.ts'

const route = '/extended/v3/transactions/{tx_id}'

const callAnswer = z.object({
  status: z.string(),
  result: z.object({ hex: z.string() }).optional(),
  contract_call: z
    .object({
      contract_id: z.string(),
      function_name: z.string(),
      function_args: z.array(z.object({ hex: z.string() })).optional(),
    })
    .optional(),
})

const aboutRecord: ReadonlySet<string> = new Set(
  Object.values(contractFunctions)
    .filter(({ arguments: [first] }) => first?.name === 'recordId')
    .map(({ clarityName }) => clarityName),
)

// A call that fails while it runs is aborted with an error that is no uint.
const refusal = z.object({ error: z.unknown() })

/** What a refused call of the contract was about, and the contract's answer. */
export async function getRefusedCall(
  context: ClientContext,
  o: { txid: string },
): Promise<RefusedCall | null> {
  const asked = context.api.GET(route, {
    params: { path: { tx_id: parseTxid(o.txid) }, query: { include: ['result', 'function_args'] } },
    parseAs: 'text',
  })
  const answer = await readExtended(asked, { route, schema: callAnswer })
  const call = answer?.contract_call
  if (answer?.status !== 'abort_by_response' || call?.contract_id !== context.contract) return null
  const [first] = call.function_args ?? []
  const about =
    first !== undefined && aboutRecord.has(call.function_name)
      ? parseClarityHex({ route, hex: first.hex, schema: z.unknown() })
      : null
  const { error } =
    answer.result === undefined
      ? { error: null }
      : parseClarityHex({ route, hex: answer.result.hex, schema: refusal })
  return {
    recordId: typeof about === 'bigint' ? about : null,
    code: typeof error === 'bigint' ? error : null,
  }
}
