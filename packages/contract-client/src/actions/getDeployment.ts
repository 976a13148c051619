import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { hash, height } from '../http/answerFields.ts'
import { readExtended } from '../http/readExtended.ts'
import type { Deployment } from '../types/Deployment.ts'

const contractAnswer = z.object({ tx_id: hash, block_height: height, canonical: z.boolean() })

/** The transaction that deployed the contract. */
export async function getDeployment(context: ClientContext): Promise<Deployment | null> {
  const route = '/extended/v1/contract/{contract_id}'
  const asked = context.api.GET(route, {
    params: { path: { contract_id: context.contract } },
    parseAs: 'text',
  })
  const answer = await readExtended(asked, { route, schema: contractAnswer })
  if (answer === null || !answer.canonical) return null
  return { txid: answer.tx_id, blockHeight: answer.block_height }
}
