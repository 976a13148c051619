import { AnchorMode, cvToHex, cvToString, getTypeString, PostConditionMode } from '@stacks/transactions'
import type { Chain } from '../../chain/Chain.ts'
import type { MinedTransaction } from '../../chain/TransactionRecord.ts'
import type { DecodedTransaction } from '../../transactions/DecodedTransaction.ts'
import type { FoundTransaction } from './findTransaction.ts'
import { microblockSequence } from './microblockSequence.ts'
import { toClarityValue } from './toClarityValue.ts'
import { toEventV1 } from './toEventV1.ts'
import { toIso } from './toIso.ts'
import { toPostCondition } from './toPostCondition.ts'

type Deps = Pick<Chain, 'index'>
const modes = {
  [PostConditionMode.Allow]: 'allow',
  [PostConditionMode.Deny]: 'deny',
  [PostConditionMode.Originator]: 'originator',
}
const anchors = {
  [AnchorMode.OnChainOnly]: 'on_chain_only',
  [AnchorMode.OffChainOnly]: 'off_chain_only',
  [AnchorMode.Any]: 'any',
}

/** A transaction as the first two versions of the API tell it. */
export function toTransactionV1(
  deps: Deps,
  { found, withEvents }: { found: FoundTransaction; withEvents: boolean },
) {
  const { transaction } = found.record
  const { sender, sponsor, wire } = transaction
  const base = {
    tx_id: transaction.txid,
    nonce: Number(sender.nonce),
    ...(sponsor === null ? {} : { sponsor_nonce: Number(sponsor.nonce), sponsor_address: sponsor.address }),
    fee_rate: String(transaction.fee),
    sender_address: sender.address,
    sponsored: sponsor !== null,
    post_condition_mode: modes[wire.postConditionMode],
    post_conditions: wire.postConditions.values.map((condition) => toPostCondition(condition as never)),
    anchor_mode: anchors[wire.anchorMode],
  }
  const payload = toPayload(deps, transaction)
  if (found.state === 'mined') return { ...base, ...toMined(deps, found.record, withEvents), ...payload }
  const { receivedAt } = found.record
  return {
    ...base,
    tx_status: found.state === 'dropped' ? found.record.status : 'pending',
    replaced_by_tx_id: found.state === 'dropped' ? found.record.replacedBy : null,
    receipt_time: receivedAt,
    receipt_time_iso: toIso(receivedAt),
    ...payload,
  }
}

function toMined(
  { index }: Deps,
  { block, execution, status, transaction }: MinedTransaction,
  withEvents: boolean,
) {
  const parentBurnTime = index.blocks[block.height - 2]?.burn.time ?? block.burn.time
  const { cost, events } = execution
  return {
    is_unanchored: false,
    block_hash: block.hash,
    parent_block_hash: block.parentHash,
    block_height: block.height,
    block_time: block.time,
    block_time_iso: toIso(block.time),
    burn_block_time: block.burn.time,
    burn_block_height: block.burn.height,
    burn_block_time_iso: toIso(block.burn.time),
    parent_burn_block_time: parentBurnTime,
    parent_burn_block_time_iso: toIso(parentBurnTime),
    canonical: true,
    tx_index: 0,
    tx_status: status,
    tx_result: toClarityValue(execution.result),
    event_count: events.length,
    microblock_hash: '',
    microblock_sequence: microblockSequence,
    microblock_canonical: true,
    execution_cost_read_count: cost.read_count,
    execution_cost_read_length: cost.read_length,
    execution_cost_runtime: cost.runtime,
    execution_cost_write_count: cost.write_count,
    execution_cost_write_length: cost.write_length,
    vm_error: execution.vmError,
    events: withEvents
      ? events.map((event, eventIndex) => toEventV1({ event, index: eventIndex, txid: transaction.txid }))
      : [],
  }
}

function toPayload({ index }: Deps, { payload }: DecodedTransaction) {
  switch (payload.type) {
    case 'contract_call': {
      const { contractId, functionName, args } = payload
      const abi = index.contracts.get(contractId)?.abi.functions.find(({ name }) => name === functionName)
      const parameters = abi?.args.map(({ name, type }) => `(${name} ${getTypeString(type)})`) ?? []
      return {
        tx_type: payload.type,
        contract_call: {
          contract_id: contractId,
          function_name: functionName,
          function_signature: `(define-public (${[functionName, ...parameters].join(' ')}))`,
          function_args: args.map((arg, i) => {
            const parameter = abi?.args[i]
            return {
              hex: cvToHex(arg),
              repr: cvToString(arg),
              name: parameter?.name ?? '',
              type: parameter === undefined ? '' : getTypeString(parameter.type),
            }
          }),
        },
      }
    }
    case 'smart_contract':
      return {
        tx_type: payload.type,
        smart_contract: {
          clarity_version: payload.clarityVersion,
          contract_id: payload.contractId,
          source_code: payload.source,
        },
      }
    case 'token_transfer': {
      const { recipient, amount, memo } = payload
      return {
        tx_type: payload.type,
        token_transfer: { recipient_address: recipient, amount: String(amount), memo },
      }
    }
    case 'unsupported':
      return { tx_type: 'poison_microblock' }
  }
}
