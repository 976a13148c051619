import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { nonce } from '../http/answerFields.ts'
import { readExtended } from '../http/readExtended.ts'

const route = '/extended/v3/principals/{principal}/mempool/transactions'
const pageLength = 50
const mostPages = 10

const mempoolAnswer = z.object({
  cursor: z.object({ next: z.string().nullable() }),
  results: z.array(z.object({ sender: z.object({ address: z.string(), nonce }) })),
})

/**
 * The nonces of a principal's transactions in the mempool. Null when there is too much in it to see them all:
 * others can fill it with what they send to the principal.
 */
export async function listPendingNonces(
  context: ClientContext,
  o: { principal: string },
): Promise<Set<bigint> | null> {
  const pending = new Set<bigint>()
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const asked = context.api.GET(route, {
      params: {
        path: { principal: o.principal },
        query: cursor === undefined ? { limit: pageLength } : { limit: pageLength, cursor },
      },
      parseAs: 'text',
    })
    const answer = await readExtended(asked, { route, schema: mempoolAnswer })
    for (const { sender } of answer?.results ?? []) {
      if (sender.address === o.principal) pending.add(sender.nonce)
    }
    cursor = answer?.cursor.next ?? undefined
    if (cursor === undefined) return pending
  }
  return null
}
