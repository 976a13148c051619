import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { hash, height } from '../http/answerFields.ts'
import { readExtended } from '../http/readExtended.ts'

const route = '/extended/v1/contract/{contract_id}'

const contractAnswer = z.object({
  tx_id: hash,
  block_height: height,
  canonical: z.boolean(),
  clarity_version: z.int().nullable().optional(),
  // Who only asks whether a contract stands needs no source.
  source_code: z.string().optional(),
})

/** The contract as the API tells it, or null where it does not stand on the canonical chain. */
export async function readDeployment(context: ClientContext): Promise<z.infer<typeof contractAnswer> | null> {
  const asked = context.api.GET(route, {
    params: { path: { contract_id: context.contract } },
    parseAs: 'text',
  })
  const answer = await readExtended(asked, { route, schema: contractAnswer })
  return answer?.canonical ? answer : null
}
