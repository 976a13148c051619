import { z } from 'zod'
import type { ClientContext } from '../ClientContext.ts'
import { parseClarityHex } from '../clarity/parseClarityHex.ts'
import type { ContractError } from '../errors/contract/ContractError.ts'
import { contractErrorFromCode } from '../errors/contract/contractErrorFromCode.ts'
import { amount, hash, height, nonce, time } from '../http/answerFields.ts'
import { readExtended } from '../http/readExtended.ts'
import type { ChainTransaction } from '../types/ChainTransaction.ts'
import { type ChainTransactionStatus, chainTransactionStatus } from '../types/ChainTransactionStatus.ts'
import { parseTxid } from './parseTxid.ts'

const route = '/extended/v3/transactions/{tx_id}'

const transactionAnswer = z
  .object({
    tx_id: hash,
    status: chainTransactionStatus,
    sender: z.object({ address: z.string(), nonce }),
    fee_rate: amount,
    block: z.object({ height, hash, time, tx_index: height }).optional(),
    result: z.object({ hex: z.string() }).optional(),
    contract_call: z.object({ contract_id: z.string() }).optional(),
    vm_error: z.string().nullable().optional(),
    replaced_by_tx_id: hash.nullable().optional(),
  })
  .refine(({ status, block }) => (block !== undefined) === isMined(status), {
    message: 'a mined transaction has a block, and no other has one',
  })

type TransactionAnswer = z.infer<typeof transactionAnswer>

// A call that fails while it runs is aborted with an error that is no uint.
const refusal = z.object({ error: z.unknown() })

/** A transaction as the node knows it now, mined or not. */
export async function getTransaction(
  context: ClientContext,
  o: { txid: string },
): Promise<ChainTransaction | null> {
  const asked = context.api.GET(route, {
    params: { path: { tx_id: parseTxid(o.txid) }, query: { include: ['result'] } },
    parseAs: 'text',
  })
  const answer = await readExtended(asked, { route, schema: transactionAnswer })
  if (answer === null) return null
  const { block } = answer
  return {
    txid: answer.tx_id,
    status: answer.status,
    sender: answer.sender.address,
    nonce: answer.sender.nonce,
    fee: answer.fee_rate,
    block:
      block === undefined
        ? null
        : { height: block.height, hash: block.hash, time: block.time, txIndex: block.tx_index },
    contractError: readContractError(context, answer),
    vmError: answer.vm_error ?? null,
    replacedBy: answer.replaced_by_tx_id ?? null,
  }
}

function isMined(status: ChainTransactionStatus): boolean {
  return status !== 'pending' && !status.startsWith('dropped_')
}

function readContractError(context: ClientContext, answer: TransactionAnswer): ContractError | null {
  if (answer.status !== 'abort_by_response') return null
  if (answer.contract_call?.contract_id !== context.contract || answer.result === undefined) return null
  const { error } = parseClarityHex({ route, hex: answer.result.hex, schema: refusal })
  return typeof error === 'bigint' ? contractErrorFromCode(error) : null
}
