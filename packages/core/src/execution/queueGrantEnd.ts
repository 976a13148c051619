import { randomUUID } from 'node:crypto'
import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import { grantEndingMessage } from '../messages/grantEndingMessage.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Actor } from '../model/Actor.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import { createRequestId } from '../requests/createRequestId.ts'
import { createTransaction } from './createTransaction.ts'

/**
 * Queues the revoke that ends a grant, once: at the end of its time, or because its grantee gives it back. The approval
 * of the grant covered its end, so nobody decides again, and the revoke never lapses.
 *
 * @param options.granted the request whose grant it is
 * @param options.releasedBy who gives it back; null where its time is over
 * @returns the revoke; null when the grant is no longer active or is being ended already
 */
export async function queueGrantEnd(
  deps: Deps,
  unit: UnitOfWork,
  options: { granted: AccessRequest; releasedBy: Actor | null },
): Promise<AccessRequest | null> {
  const { granted, releasedBy } = options
  const now = deps.clock.now()
  const revoke: AccessRequest = {
    ...granted,
    id: createRequestId(),
    kind: 'revoke',
    status: 'approved',
    origin: releasedBy === null ? 'time-box' : 'release',
    accessLimit: null,
    durationMs: null,
    reason: releasedBy === null ? 'The time of the grant is over.' : 'Given back by who had the access.',
    requester: releasedBy?.principal ?? granted.requester,
    requesterAccount: releasedBy?.account ?? null,
    standing: null,
    consentedAt: null,
    createdAt: now,
    executionExpiresAt: null,
    decidedAt: now,
    decisionReason: null,
    grantRequestId: granted.id,
  }
  if (!(await unit.linkGrantEnd({ requestId: granted.id, endRequestId: revoke.id }))) return null
  await unit.insertRequest(revoke)
  const transaction = createTransaction({ id: randomUUID(), request: revoke, replaces: null, at: now })
  await unit.insertTransaction(transaction)
  await unit.enqueue({ name: 'execute', transactionId: transaction.id })
  await unit.appendAudit([
    {
      at: now,
      action: releasedBy === null ? 'time-box-ended' : 'grant-released',
      actor: releasedBy?.principal ?? null,
      account: releasedBy?.account ?? null,
      requestId: revoke.id,
      recordId: revoke.recordId,
      detail: { grantRequestId: granted.id, medicalStaff: revoke.medicalStaff },
    },
  ])
  await announce(deps, unit, {
    request: revoke,
    thread: grantEndingMessage({ request: revoke, directory: deps.directory }),
    direct: [],
  })
  return revoke
}
