import { randomUUID } from 'node:crypto'
import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import { createTransaction } from '../execution/createTransaction.ts'
import { isSamePerson } from '../identities/isSamePerson.ts'
import { requireProven } from '../identities/requireProven.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { parseReason } from '../input/parseReason.ts'
import { alreadyDecidedMessage } from '../messages/alreadyDecidedMessage.ts'
import { decidedMessage } from '../messages/decidedMessage.ts'
import type { Message } from '../messages/Message.ts'
import { stageMessage } from '../messages/stageMessage.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Account } from '../model/Account.ts'
import type { Actor } from '../model/Actor.ts'
import type { MessageRef } from '../model/Post.ts'
import { checkClickedCard } from './checkClickedCard.ts'
import { expireRequest } from './expireRequest.ts'
import { getKnownAccessRequest } from './getKnownAccessRequest.ts'

/**
 * Decides a pending request. Of any number of decisions, whoever makes them and however often they arrive, one moves
 * the request; the others are told what happened.
 *
 * @param options.clicked the message whose button was clicked, null where it stood in none; or `command`: it was typed
 * @param options.reason required to deny
 * @throws IdentityError, RefusalError or InvalidInputError: nothing was decided
 * @example
 * await decideRequest(deps, { account, delivery, requestId: 'k3x9q1mz7t', decision: 'approve', reason: null, clicked })
 */
export async function decideRequest(
  deps: Deps,
  options: {
    account: Account
    delivery: string
    requestId: string
    decision: 'approve' | 'deny'
    reason: string | null
    clicked: MessageRef | 'command' | null
  },
): Promise<{ outcome: 'decided' | 'already'; message: Message }> {
  const { account, delivery, decision, clicked } = options
  const actor = await resolveActor(deps, { account })
  requireProven(deps, { actor })
  const request = await getKnownAccessRequest(deps, { requestId: options.requestId })
  if (clicked !== 'command') await checkClickedCard(deps, { request, clicked })
  if (!(await deps.ledger.isChiefMedicalOfficer({ user: actor.principal }))) {
    throw new RefusalError({
      code: 'NOT_CMO',
      message: 'Only the Chief Medical Officer decides requests. Nothing was changed.',
    })
  }
  if (request.status !== 'pending') return already(deps, request)
  refuseSelfApproval({ request, actor, decision })
  const reason = decision === 'deny' ? parseReason(options.reason ?? '') : null

  const now = deps.clock.now()
  if (now > request.approvalExpiresAt) {
    await expireRequest(deps, { requestId: request.id })
    return already(deps, await getKnownAccessRequest(deps, { requestId: request.id }))
  }

  const decided = await deps.store.transaction(async (unit) => {
    if ((await unit.claimDelivery({ key: delivery, requestId: request.id, at: now })) !== null) return null
    const moved = await unit.moveRequest({
      id: request.id,
      from: 'pending',
      to: decision === 'approve' ? 'approved' : 'denied',
      patch: {
        decidedBy: actor.principal,
        decidedByAccount: account,
        decidedAt: now,
        decisionReason: reason,
        executionExpiresAt:
          decision === 'approve'
            ? new Date(now.getTime() + deps.settings.approvals[request.kind].executionExpiresInMs)
            : null,
      },
    })
    if (moved === null) return null
    await unit.appendAudit({
      at: now,
      action: decision === 'approve' ? 'request-approved' : 'request-denied',
      actor: actor.principal,
      account,
      requestId: moved.id,
      recordId: moved.recordId,
      detail: {
        ...(reason === null ? {} : { reason }),
        ...(actor.principal === moved.requester
          ? { exception: 'the CMO is the record’s physician and confirmed their own revoke' }
          : {}),
      },
    })
    if (decision === 'approve') {
      const transaction = createTransaction({ id: randomUUID(), request: moved, replaces: null, at: now })
      await unit.insertTransaction(transaction)
      await unit.enqueue({ name: 'execute', transactionId: transaction.id })
    }
    await announce(deps, unit, {
      request: moved,
      thread: stageMessage({
        request: moved,
        transaction: null,
        directory: deps.directory,
        settings: deps.settings,
      }),
      direct:
        decision === 'deny'
          ? [
              {
                recipient: moved.requester,
                message: decidedMessage({ request: moved, directory: deps.directory, reader: 'requester' }),
              },
            ]
          : [],
    })
    return moved
  })
  if (decided === null) return already(deps, await getKnownAccessRequest(deps, { requestId: request.id }))
  return {
    outcome: 'decided',
    message: decidedMessage({ request: decided, directory: deps.directory, reader: 'approver' }),
  }
}

/** Nobody approves what they asked for or are granted. One exception keeps access removable. */
function refuseSelfApproval(options: {
  request: AccessRequest
  actor: Actor
  decision: 'approve' | 'deny'
}): void {
  const { request, actor, decision } = options
  const isOwnRevoke = request.kind === 'revoke' && actor.principal === request.physician
  if (decision === 'approve' && isSamePerson(actor.principal, request.requester) && !isOwnRevoke) {
    throw new RefusalError({
      code: 'SELF_APPROVAL',
      message: 'You asked for this yourself, so you cannot approve it.',
    })
  }
  if (
    decision === 'approve' &&
    request.kind === 'grant' &&
    isSamePerson(actor.principal, request.medicalStaff)
  ) {
    throw new RefusalError({
      code: 'SELF_APPROVAL',
      message: 'This grant is for you, so you cannot approve it.',
    })
  }
}

function already(deps: Deps, request: AccessRequest): { outcome: 'already'; message: Message } {
  return { outcome: 'already', message: alreadyDecidedMessage({ request, directory: deps.directory }) }
}
