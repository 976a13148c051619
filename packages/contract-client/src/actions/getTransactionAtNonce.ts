import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { HistoryTooLongError } from '../errors/HistoryTooLongError.ts'
import { hash, nonce } from '../http/answerFields.ts'
import { readExtended } from '../http/readExtended.ts'
import { parsePrincipal } from '../principals/parsePrincipal.ts'
import type { ChainTransaction } from '../types/ChainTransaction.ts'
import { getTransaction } from './getTransaction.ts'

const route = '/extended/v2/addresses/{address}/transactions'
const pageLength = 50
const mostPages = 40

const pageAnswer = z.object({
  results: z.array(
    z.object({
      tx: z.object({
        tx_id: hash,
        sender_address: z.string(),
        nonce,
        sponsor_address: z.string().optional(),
        sponsor_nonce: nonce.optional(),
      }),
    }),
  ),
})

/** The mined transaction that used a nonce of a principal. */
export async function getTransactionAtNonce(
  context: ClientContext,
  o: { principal: string; nonce: bigint },
): Promise<ChainTransaction | null> {
  const principal = parsePrincipal({ value: o.principal, network: context.network })
  for (let page = 0; page < mostPages; page += 1) {
    const asked = context.api.GET(route, {
      params: { path: { address: principal }, query: { limit: pageLength, offset: page * pageLength } },
      parseAs: 'text',
    })
    const answer = await readExtended(asked, { route, schema: pageAnswer })
    if (answer === null) return null
    for (const { tx } of answer.results) {
      // Somebody's fee may have been paid, and a nonce spent on it, without being the sender.
      const spent = tx.sender_address === principal ? tx.nonce : undefined
      const sponsored = tx.sponsor_address === principal ? tx.sponsor_nonce : undefined
      if (spent === o.nonce || sponsored === o.nonce) {
        const transaction = await getTransaction(context, { txid: tx.tx_id })
        // Between the two questions a reorg may have taken it out of its block.
        return transaction?.block ? transaction : null
      }
      // Newest first, and nonces are mined in their order: below it there is nothing left to find.
      if (spent !== undefined && spent < o.nonce) return null
    }
    if (answer.results.length < pageLength) return null
  }
  throw new HistoryTooLongError({ principal, nonce: o.nonce, looked: mostPages * pageLength })
}
