import { isEffectOf } from '../../execution/isEffectOf.ts'
import type { EventProjection } from '../../model/Projection.ts'
import type { MonitorDeps } from '../Monitor.ts'

/**
 * Whether an event that is not ours is the effect of a transaction of ours that a wallet sent again with a higher fee:
 * the same signer, the same nonce, and exactly what was approved. Our own can never be mined then, and the worker adopts
 * the other one once it is final (see `adoptTwin`); until then it is no stranger.
 */
export async function isTwin(
  deps: Pick<MonitorDeps, 'store' | 'ledger'>,
  event: EventProjection,
): Promise<boolean> {
  const { value } = event
  const signer = value === null ? null : getActor(value)
  if (value === null || signer === null) return false
  const underway = await deps.store.listUnderway({ signer })
  const candidates = underway.filter(({ request }) => isEffectOf(request, value))
  if (candidates.length === 0) return false
  const mined = await deps.ledger.getTransaction({ txid: event.txid })
  return (
    mined !== null &&
    candidates.some(
      ({ transaction }) => transaction.signer === mined.sender && transaction.nonce === mined.nonce,
    )
  )
}

function getActor(value: NonNullable<EventProjection['value']>): string | null {
  if ('physician' in value) return value.physician
  return 'chiefMedicalOfficer' in value ? value.chiefMedicalOfficer : null
}
