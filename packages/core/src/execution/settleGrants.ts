import type { Deps } from '../Deps.ts'
import type { Transaction } from '../model/Transaction.ts'
import type { UnitOfWork } from '../ports/Store.ts'

/**
 * What an included transaction means for grants. A grant opens one, from its inclusion on, and ends the older one of
 * the pair with its timer. A revoke ends the one that stands.
 */
export async function settleGrants(
  deps: Pick<Deps, 'clock'>,
  unit: UnitOfWork,
  transaction: Transaction,
): Promise<void> {
  const request = await unit.getRequest(transaction.requestId)
  if (request === null || transaction.txid === null) return
  const standing = await unit.getActiveGrant(request)
  if (request.kind === 'revoke') {
    if (standing === null) return
    await unit.endGrant({
      requestId: standing.requestId,
      to: request.grantRequestId === standing.requestId ? 'expired' : 'revoked',
    })
    return
  }
  if (standing !== null) await unit.endGrant({ requestId: standing.requestId, to: 'superseded' })
  const startsAt = transaction.includedAt ?? deps.clock.now()
  const endsAt = request.durationMs === null ? null : new Date(startsAt.getTime() + request.durationMs)
  await unit.insertGrant({
    requestId: request.id,
    recordId: request.recordId,
    medicalStaff: request.medicalStaff,
    physician: request.physician,
    accessLimit: request.accessLimit ?? 0n,
    txid: transaction.txid,
    status: 'active',
    startsAt,
    endsAt,
    endRequestId: null,
  })
  if (endsAt !== null)
    await unit.enqueue({ name: 'end-grant', requestId: request.id }, { startAfter: endsAt })
}

/** The inclusion was orphaned: the grant that it opened does not stand until the transaction is included again. */
export async function unsettleGrants(unit: UnitOfWork, transaction: Transaction): Promise<void> {
  const request = await unit.getRequest(transaction.requestId)
  if (request?.kind === 'grant') await unit.deleteGrant(request.id)
}
