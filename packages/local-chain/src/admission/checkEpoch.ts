import { PayloadType, PostConditionType, type PostConditionWire } from '@stacks/transactions'
import type { DecodedTransaction } from '../transactions/DecodedTransaction.ts'
import type { Rejection } from './Rejection.ts'

/** The newest that epoch 3.4 knows, which the VM runs. */
const newestClarityVersion = 5

/** Some of what can be encoded belongs to an epoch that is over, or to one to come (`validate_transaction_static_epoch`). */
export function checkEpoch({ wire, payload }: DecodedTransaction): Rejection | null {
  const conditions = wire.postConditions.values as PostConditionWire[]
  const isTooNew =
    conditions.some(({ conditionType }) => futureConditions.has(conditionType)) ||
    (payload.type === 'smart_contract' && (payload.clarityVersion ?? 1) > newestClarityVersion)
  if (!isTooNew && !pastPayloads.has(wire.payload.payloadType)) return null
  const message = 'Transaction is not supported in this epoch'
  return { reason: 'ServerFailureOther', reason_data: { message } }
}

/** Conditions on what is stacked come with epoch 4. */
const futureConditions = new Set([PostConditionType.Staking, PostConditionType.PoX])
/** Since epoch 3 a coinbase has a proof. */
const pastPayloads = new Set([PayloadType.Coinbase, PayloadType.CoinbaseToAltRecipient])
