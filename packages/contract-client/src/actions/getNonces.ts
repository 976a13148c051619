import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'
import { nonce } from '../http/answerFields.ts'
import { readExtended } from '../http/readExtended.ts'
import { parsePrincipal } from '../principals/parsePrincipal.ts'
import { listPendingNonces } from '../transactions/listPendingNonces.ts'
import type { Nonces } from '../types/Nonces.ts'

const route = '/extended/v3/principals/{principal}/nonces'
// More than a node chains for one signer. A nonce beyond it cannot be waiting behind none that is mined.
const mostUnconfirmed = 1_000n

const noncesAnswer = z.object({
  next_nonce: nonce,
  last_confirmed_nonce: nonce.nullable(),
  mempool: z.object({
    last_nonce: nonce.nullable(),
    pending_nonces: z.array(nonce),
    missing_nonces: z.array(nonce),
  }),
})

/**
 * A principal's nonces. The API lists only what lies between the last mined nonce and the last waiting one, and
 * of an account that never had one mined it lists nothing: both gaps are closed here, because a waiting nonce that
 * looks free would be signed over, and its transaction replaced.
 */
export async function getNonces(context: ClientContext, o: { principal: string }): Promise<Nonces> {
  const principal = parsePrincipal({ value: o.principal, network: context.network })
  const asked = context.api.GET(route, { params: { path: { principal } }, parseAs: 'text' })
  const answer = await readExtended(asked, { route, schema: noncesAnswer })
  if (answer === null) throw new UnexpectedAnswerError({ route, problem: 'knows no nonces of a principal' })

  const { next_nonce: nextNonce, last_confirmed_nonce: lastConfirmedNonce, mempool } = answer
  const last = mempool.last_nonce
  const pending = new Set(mempool.pending_nonces)
  const missing = new Set(mempool.missing_nonces)
  // The API goes on telling of a waiting transaction for a moment after it was mined.
  if (last !== null && (lastConfirmedNonce === null || last > lastConfirmedNonce)) pending.add(last)

  if (lastConfirmedNonce === null && last !== null && last > 0n) {
    if (last > mostUnconfirmed)
      throw new UnexpectedAnswerError({ route, problem: 'tells of a nonce beyond every limit' })
    const waiting = await listPendingNonces(context, { principal })
    for (let each = 0n; each < last; each += 1n) {
      // One that could not be seen counts as waiting: to wait for nothing is better than to replace something.
      if (waiting === null || waiting.has(each)) pending.add(each)
      else missing.add(each)
    }
  }
  return { nextNonce, lastConfirmedNonce, pendingNonces: inOrder(pending), missingNonces: inOrder(missing) }
}

function inOrder(nonces: ReadonlySet<bigint>): bigint[] {
  return [...nonces].toSorted((a, b) => (a < b ? -1 : 1))
}
