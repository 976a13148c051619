import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'
import { nonce } from '../http/answerFields.ts'
import { readExtended } from '../http/readExtended.ts'
import { parsePrincipal } from '../principals/parsePrincipal.ts'
import type { Nonces } from '../types/Nonces.ts'

const route = '/extended/v3/principals/{principal}/nonces'

const noncesAnswer = z.object({
  next_nonce: nonce,
  last_confirmed_nonce: nonce.nullable(),
  mempool: z.object({ pending_nonces: z.array(nonce), missing_nonces: z.array(nonce) }),
})

/** A principal's nonces. */
export async function getNonces(context: ClientContext, o: { principal: string }): Promise<Nonces> {
  const principal = parsePrincipal({ value: o.principal, network: context.network })
  const asked = context.api.GET(route, { params: { path: { principal } }, parseAs: 'text' })
  const answer = await readExtended(asked, { route, schema: noncesAnswer })
  if (answer === null) throw new UnexpectedAnswerError({ route, problem: 'knows no nonces of a principal' })
  return {
    nextNonce: answer.next_nonce,
    lastConfirmedNonce: answer.last_confirmed_nonce,
    pendingNonces: answer.mempool.pending_nonces,
    missingNonces: answer.mempool.missing_nonces,
  }
}
