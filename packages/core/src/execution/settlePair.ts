import type { Deps } from '../Deps.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Grant, GrantStatus } from '../model/Grant.ts'
import type { Transaction } from '../model/Transaction.ts'
import type { UnitOfWork } from '../ports/Store.ts'

/** A request of the pair whose transaction is on chain. */
type Effect = { readonly request: AccessRequest; readonly transaction: Transaction }

/**
 * Works out anew which grants of a pair stand, from the requests of the pair that are on chain, in the chain's order.
 *
 * One signer signs everything of a pair, so the order of the nonces is the order on chain, whatever order the inclusions
 * were noticed in. The last effect counts: a grant stands until the next effect ends it, with its timer. Since nothing
 * is carried over but what is on chain, a reorg is settled by the same rule.
 */
export async function settlePair(
  deps: Pick<Deps, 'clock'>,
  unit: UnitOfWork,
  pair: { recordId: bigint; medicalStaff: string },
): Promise<void> {
  const effects = await unit.lockPairEffects(pair)
  const grants: Grant[] = []
  for (const [index, effect] of effects.entries()) {
    if (effect.request.kind === 'revoke') continue
    grants.push(await toGrant(deps, unit, { effect, next: effects[index + 1] ?? null }))
  }
  const standing = grants.find(({ status }) => status === 'active')
  const before = await unit.getActiveGrant(pair)
  const stood = await Promise.all(grants.map(({ requestId }) => unit.getGrant(requestId)))
  await unit.setGrants({ ...pair, grants })
  for (const [index, { requestId, status }] of grants.entries()) {
    const earlier = stood[index] ?? null
    // Another request's effect ended this grant or brought it back: its card tells how much time is left.
    if (earlier !== null && earlier.status !== status)
      await unit.touchCards({ requestId, at: deps.clock.now() })
  }
  if (standing?.endsAt != null && standing.requestId !== before?.requestId) {
    await unit.enqueue({ name: 'end-grant', requestId: standing.requestId }, { startAfter: standing.endsAt })
  }
}

async function toGrant(
  deps: Pick<Deps, 'clock'>,
  unit: UnitOfWork,
  options: { effect: Effect; next: Effect | null },
): Promise<Grant> {
  const { request, transaction } = options.effect
  const startsAt = transaction.includedAt ?? deps.clock.now()
  return {
    requestId: request.id,
    recordId: request.recordId,
    medicalStaff: request.medicalStaff,
    physician: request.physician,
    accessLimit: request.accessLimit ?? 0n,
    txid: transaction.txid ?? '',
    status: toStatus(request, options.next),
    startsAt,
    endsAt: request.durationMs === null ? null : new Date(startsAt.getTime() + request.durationMs),
    endRequestId: await getEndRequestId(unit, request.id),
  }
}

function toStatus(request: AccessRequest, next: Effect | null): GrantStatus {
  if (next === null) return 'active'
  if (next.request.kind === 'grant') return 'superseded'
  if (next.request.grantRequestId !== request.id) return 'revoked'
  return next.request.origin === 'release' ? 'released' : 'expired'
}

/** The revoke that was queued for the end of the grant, unless it was never sent: then the end has to be queued again. */
async function getEndRequestId(unit: UnitOfWork, requestId: string): Promise<string | null> {
  const { endRequestId = null } = (await unit.getGrant(requestId)) ?? {}
  if (endRequestId === null) return null
  const last = (await unit.listTransactions(endRequestId)).at(-1)
  return last?.status === 'refused' ? null : endRequestId
}
