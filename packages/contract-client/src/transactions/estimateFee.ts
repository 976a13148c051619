import { BaseError } from '@medikey/errors'
import { type StacksTransactionWire, serializePayload } from '@stacks/transactions'
import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { requestNode } from '../http/requestNode.ts'

// Low, middle, high.
const estimateAnswer = z.object({
  estimations: z.array(z.object({ fee: z.number().nonnegative() })).length(3),
})

/**
 * What to pay for a transaction, in µSTX: the configured node's middle estimate, else the fallback, within the
 * client's bounds and never below the 1 µSTX a byte that nodes ask. An estimate is a comfort: that the node has
 * none, or cannot be asked, stops nothing.
 */
export async function estimateFee(
  context: ClientContext,
  transaction: StacksTransactionWire,
): Promise<bigint> {
  const { min, max, fallback } = context.fee
  const length = transaction.serializeBytes().byteLength
  const estimate = (await askNode(context, transaction, length)) ?? fallback
  const least = min > BigInt(length) ? min : BigInt(length)
  const raised = estimate > least ? estimate : least
  return raised < max ? raised : max
}

async function askNode(
  context: ClientContext,
  transaction: StacksTransactionWire,
  length: number,
): Promise<bigint | null> {
  try {
    const { estimations } = await requestNode(context, {
      path: '/v2/fees/transaction',
      body: { transaction_payload: serializePayload(transaction.payload), estimated_len: length },
      schema: estimateAnswer,
    })
    return BigInt(Math.ceil(estimations[1]?.fee ?? 0))
  } catch (error) {
    if (error instanceof BaseError) return null
    throw error
  }
}
