import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { requestNode } from '../http/requestNode.ts'

const infoAnswer = z.object({ network_id: z.int() })

/** Whether the node is on the client's chain, by the number that the node gives to its own. */
export async function isOfNetwork(context: ClientContext): Promise<boolean> {
  const { network_id } = await requestNode(context, { path: '/v2/info', schema: infoAnswer })
  return network_id === context.stacksNetwork.chainId
}
