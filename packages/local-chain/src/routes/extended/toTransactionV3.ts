import { cvToHex, cvToString } from '@stacks/transactions'
import type { MinedTransaction } from '../../chain/TransactionRecord.ts'
import type { DecodedTransaction } from '../../transactions/DecodedTransaction.ts'
import type { FoundTransaction } from './findTransaction.ts'
import { toClarityValue } from './toClarityValue.ts'
import { toMemo } from './toMemo.ts'
import { toPostCondition } from './toPostCondition.ts'

export const includeFields = ['function_args', 'source_code', 'post_conditions', 'result'] as const
export type IncludeField = (typeof includeFields)[number]

/**
 * A transaction as `/extended/v3/transactions/{txid}` tells it.
 *
 * @param include The heavy fields that the request asked for.
 */
export function toTransactionV3(found: FoundTransaction, { include }: { include: readonly IncludeField[] }) {
  const { transaction } = found.record
  const summary = toTransactionSummaryV3(found, { include })
  const postConditions = include.includes('post_conditions')
    ? { post_conditions: transaction.wire.postConditions.values.map((pc) => toPostCondition(pc as never)) }
    : {}
  if (found.state !== 'mined') {
    const replacedBy = found.state === 'dropped' ? found.record.replacedBy : null
    return { ...summary, ...postConditions, replaced_by_tx_id: replacedBy }
  }
  const { block, execution } = found.record
  return {
    ...summary,
    ...postConditions,
    ...(include.includes('result') ? { result: toClarityValue(execution.result) } : {}),
    parent_block: { hash: block.parentHash, index_hash: block.parentIndexHash },
    event_count: execution.events.length,
    execution_cost: execution.cost,
    vm_error: execution.vmError,
  }
}

/** A transaction as the listings of the third version tell it. */
export function toTransactionSummaryV3(
  found: FoundTransaction,
  { include = [] }: { include?: readonly IncludeField[] } = {},
) {
  const { transaction } = found.record
  const { sender, sponsor, fee, txid } = transaction
  return {
    tx_id: txid,
    sender: { address: sender.address, nonce: Number(sender.nonce) },
    sponsor: sponsor === null ? null : { address: sponsor.address, nonce: Number(sponsor.nonce) },
    fee_rate: String(fee),
    ...(found.state === 'mined' ? toPosition(found.record) : toReceipt(found)),
    ...toPayload(transaction, include),
  }
}

function toPosition({ block, status }: MinedTransaction) {
  return {
    block: {
      height: block.height,
      hash: block.hash,
      index_hash: block.indexHash,
      time: block.time,
      tx_index: 0,
    },
    bitcoin_block: { height: block.burn.height, time: block.burn.time },
    status,
  }
}

function toReceipt(found: Exclude<FoundTransaction, { state: 'mined' }>) {
  return {
    receipt_time: found.record.receivedAt,
    receipt_block_height: found.record.receiptHeight,
    status: found.state === 'dropped' ? found.record.status : 'pending',
  }
}

function toPayload({ payload }: DecodedTransaction, include: readonly IncludeField[]) {
  switch (payload.type) {
    case 'contract_call': {
      const args = payload.args.map((arg) => ({ hex: cvToHex(arg), repr: cvToString(arg) }))
      return {
        type: payload.type,
        contract_call: {
          contract_id: payload.contractId,
          function_name: payload.functionName,
          ...(include.includes('function_args') ? { function_args: args } : {}),
        },
      }
    }
    case 'smart_contract':
      return {
        type: payload.type,
        smart_contract: {
          contract_id: payload.contractId,
          clarity_version: payload.clarityVersion,
          ...(include.includes('source_code') ? { source_code: payload.source } : {}),
        },
      }
    case 'token_transfer': {
      const { recipient, amount, memo } = payload
      return { type: payload.type, token_transfer: { recipient, amount: String(amount), memo: toMemo(memo) } }
    }
    case 'unsupported':
      return { type: 'poison_microblock' }
  }
}
