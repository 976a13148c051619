import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'
import { hash, nonce } from '../http/answerFields.ts'
import { readExtended } from '../http/readExtended.ts'

/** Who spent which nonces on a mined transaction. */
export type SpentNonces = {
  readonly txid: string
  readonly spent: readonly { readonly address: string; readonly nonce: bigint }[]
}

const route = '/extended/v2/addresses/{address}/transactions'
const successor = '/extended/v3/principals/{principal}/transactions'
const pageLength = 50

const account = z.object({ address: z.string(), nonce })

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

const successorAnswer = z.object({
  cursor: z.object({ next: z.string().nullable() }),
  results: z.array(
    z.object({ transaction: z.object({ tx_id: hash, sender: account, sponsor: account.nullish() }) }),
  ),
})

/**
 * The mined transactions that a principal sent, received or paid for, newest first. The route is deprecated,
 * and an operator may have turned it off: then its successor tells the same.
 */
export async function* listPrincipalTransactions(
  context: ClientContext,
  o: { principal: string },
): AsyncGenerator<SpentNonces> {
  try {
    yield* listByOffset(context, o)
  } catch (error) {
    if (!(error instanceof UnexpectedAnswerError && error.status === 410)) throw error
    yield* listByCursor(context, o)
  }
}

async function* listByOffset(context: ClientContext, o: { principal: string }): AsyncGenerator<SpentNonces> {
  for (let offset = 0; ; offset += pageLength) {
    const asked = context.api.GET(route, {
      params: { path: { address: o.principal }, query: { limit: pageLength, offset } },
      parseAs: 'text',
    })
    const { results } = (await readExtended(asked, { route, schema: pageAnswer })) ?? { results: [] }
    for (const { tx } of results) {
      const spent = [{ address: tx.sender_address, nonce: tx.nonce }]
      if (tx.sponsor_address !== undefined && tx.sponsor_nonce !== undefined) {
        spent.push({ address: tx.sponsor_address, nonce: tx.sponsor_nonce })
      }
      yield { txid: tx.tx_id, spent }
    }
    if (results.length < pageLength) return
  }
}

async function* listByCursor(context: ClientContext, o: { principal: string }): AsyncGenerator<SpentNonces> {
  let cursor: string | undefined
  do {
    const asked = context.api.GET(successor, {
      params: {
        path: { principal: o.principal },
        query: cursor === undefined ? { limit: pageLength } : { limit: pageLength, cursor },
      },
      parseAs: 'text',
    })
    const answer = await readExtended(asked, { route: successor, schema: successorAnswer })
    for (const { transaction } of answer?.results ?? []) {
      const { sender, sponsor } = transaction
      yield { txid: transaction.tx_id, spent: sponsor ? [sender, sponsor] : [sender] }
    }
    cursor = answer?.cursor.next ?? undefined
  } while (cursor !== undefined)
}
