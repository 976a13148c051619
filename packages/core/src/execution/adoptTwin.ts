import type { ChainTransaction } from '@medikey/contract-client'
import type { Deps } from '../Deps.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { EventProjection } from '../model/Projection.ts'
import type { Transaction } from '../model/Transaction.ts'
import { moveAndTell } from './moveAndTell.ts'

const NEWEST = 100

/**
 * Another transaction at our nonce may have done exactly what the request asked for: a wallet that "speeds up" our
 * transaction sends the same call with a higher fee. Then that one is the request's transaction from now on; signing
 * the call once more would open a second allowance.
 *
 * @returns null when the other one did something else
 */
export async function adoptTwin(
  deps: Deps,
  transaction: Transaction,
  options: { twin: ChainTransaction },
): Promise<Transaction | null> {
  const { twin } = options
  const request = await deps.store.getRequest(transaction.requestId)
  if (request === null || twin.status !== 'success') return null
  const events = await deps.store.listRecordEvents({ recordId: request.recordId, limit: NEWEST })
  if (!events.some((event) => event.txid === twin.txid && isEffectOf(request, event))) return null
  return moveAndTell(deps, transaction, {
    to: 'broadcast',
    patch: { txid: twin.txid, broadcastAt: transaction.broadcastAt ?? deps.clock.now() },
    audit: 'transaction-adopted',
  })
}

function isEffectOf(request: AccessRequest, { value }: EventProjection): boolean {
  if (request.kind === 'grant') {
    return (
      value?.event === 'medical-access-granted' &&
      value.medicalStaff === request.medicalStaff &&
      value.accessLimit === request.accessLimit
    )
  }
  return value?.event === 'medical-access-revoked' && value.medicalStaff === request.medicalStaff
}
