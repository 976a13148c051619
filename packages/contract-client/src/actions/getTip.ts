import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { NodeUnreachableError } from '../errors/NodeUnreachableError.ts'
import { hash, height } from '../http/answerFields.ts'
import { readExtended } from '../http/readExtended.ts'
import type { ChainTip } from '../types/ChainTip.ts'

const route = '/extended'

const statusAnswer = z.object({
  chain_tip: z.object({ block_height: height, block_hash: hash, burn_block_height: height }).nullish(),
})

/** The newest block that the API knows. */
export async function getTip(context: ClientContext): Promise<ChainTip> {
  const answer = await readExtended(context.api.GET(route, { parseAs: 'text' }), {
    route,
    schema: statusAnswer,
  })
  const tip = answer?.chain_tip
  if (!tip) throw new NodeUnreachableError({ route, problem: 'knows no block yet' })
  return { blockHeight: tip.block_height, blockHash: tip.block_hash, burnBlockHeight: tip.burn_block_height }
}
