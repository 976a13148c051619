import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { InvalidArgumentError } from '../errors/InvalidArgumentError.ts'
import { hash, height, time } from '../http/answerFields.ts'
import { readExtended } from '../http/readExtended.ts'
import { chainTransactionStatus } from '../types/ChainTransactionStatus.ts'
import type { ContractTransactionPage } from '../types/ContractTransaction.ts'

const route = '/extended/v3/principals/{principal}/transactions'
const longestPage = 50
const cursorShape = /^\d+:\d+:\d+$/

const pageAnswer = z.object({
  cursor: z.object({
    next: z.string().nullable(),
    previous: z.string().nullable(),
    current: z.string().nullable(),
  }),
  results: z.array(
    z.object({
      transaction: z.object({
        tx_id: hash,
        status: chainTransactionStatus,
        sender: z.object({ address: z.string() }),
        block: z.object({ height, hash, time, tx_index: height }),
        contract_call: z.object({ contract_id: z.string(), function_name: z.string() }).optional(),
      }),
    }),
  ),
})

/** A page of the mined transactions that name the contract, newest first. */
export async function getContractTransactions(
  context: ClientContext,
  o: { cursor?: string; limit?: number } = {},
): Promise<ContractTransactionPage> {
  const { cursor, limit = longestPage } = o
  if (!Number.isInteger(limit) || limit < 1 || limit > longestPage) {
    throw new InvalidArgumentError({ argument: 'limit', problem: `limit must be from 1 to ${longestPage}.` })
  }
  if (cursor !== undefined && !cursorShape.test(cursor)) {
    throw new InvalidArgumentError({
      argument: 'cursor',
      problem: 'cursor must be one that a page of transactions named.',
    })
  }
  const asked = context.api.GET(route, {
    params: {
      path: { principal: context.contract },
      query: cursor === undefined ? { limit } : { limit, cursor },
    },
    parseAs: 'text',
  })
  const answer = await readExtended(asked, { route, schema: pageAnswer })
  if (answer === null) return { transactions: [], cursor: null, olderCursor: null, newerCursor: null }
  return {
    transactions: answer.results.map(({ transaction: { tx_id, status, sender, block, contract_call } }) => ({
      txid: tx_id,
      status,
      sender: sender.address,
      block: { height: block.height, hash: block.hash, time: block.time, txIndex: block.tx_index },
      functionName: contract_call?.contract_id === context.contract ? contract_call.function_name : null,
    })),
    cursor: answer.cursor.current,
    // In this route's words the next page is the older one.
    olderCursor: answer.cursor.next,
    newerCursor: answer.cursor.previous,
  }
}
