import { randomUUID } from 'node:crypto'
import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import { timeBoxEndedMessage } from '../messages/timeBoxEndedMessage.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import { createRequestId } from '../requests/createRequestId.ts'
import { isAccessRequest } from '../requests/isAccessRequest.ts'
import { createTransaction } from './createTransaction.ts'

/**
 * Ends a time-boxed grant whose time is over: queues its revoke, once. The approval of the grant covered its end, so
 * nobody decides again, and the revoke never lapses. Does nothing before that time, and nothing the second time.
 *
 * @param options.requestId the request whose grant it is
 * @example
 * await queue.work('end-grant', ({ requestId }) => endGrant(deps, { requestId }))
 */
export async function endGrant(deps: Deps, options: { requestId: string }): Promise<void> {
  const now = deps.clock.now()
  await deps.store.transaction(async (unit) => {
    const grant = await unit.getGrant(options.requestId)
    const granted = await unit.getRequest(options.requestId)
    if (grant === null || granted === null || !isAccessRequest(granted)) return
    if (grant.endsAt === null || grant.endsAt > now) return
    const revoke: AccessRequest = {
      ...granted,
      id: createRequestId(),
      kind: 'revoke',
      status: 'approved',
      origin: 'time-box',
      accessLimit: null,
      durationMs: null,
      reason: 'The time of the grant is over.',
      requesterAccount: null,
      standing: null,
      createdAt: now,
      executionExpiresAt: null,
      decidedAt: now,
      decisionReason: null,
      grantRequestId: granted.id,
    }
    if (!(await unit.linkGrantEnd({ requestId: grant.requestId, endRequestId: revoke.id }))) return
    await unit.insertRequest(revoke)
    const transaction = createTransaction({ id: randomUUID(), request: revoke, replaces: null, at: now })
    await unit.insertTransaction(transaction)
    await unit.enqueue({ name: 'execute', transactionId: transaction.id })
    await unit.appendAudit({
      at: now,
      action: 'time-box-ended',
      actor: null,
      account: null,
      requestId: revoke.id,
      recordId: revoke.recordId,
      detail: { grantRequestId: granted.id, medicalStaff: revoke.medicalStaff },
    })
    await announce(deps, unit, {
      request: revoke,
      thread: timeBoxEndedMessage({ directory: deps.directory, request: revoke }),
      direct: [],
    })
  })
}
