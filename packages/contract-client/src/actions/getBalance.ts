import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { requestNode } from '../http/requestNode.ts'
import { parsePrincipal } from '../principals/parsePrincipal.ts'

const accountAnswer = z.object({
  balance: z
    .string()
    .regex(/^0x[0-9a-f]+$/i)
    .transform(BigInt),
})

/** What a principal can spend, in µSTX. */
export async function getBalance(context: ClientContext, o: { principal: string }): Promise<bigint> {
  const principal = parsePrincipal({ value: o.principal, network: context.network })
  const { balance } = await requestNode(context, {
    path: `/v2/accounts/${principal}?proof=0`,
    schema: accountAnswer,
  })
  return balance
}
