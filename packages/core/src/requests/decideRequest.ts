import { randomUUID } from 'node:crypto'
import type { Deps } from '../Deps.ts'
import { type Announcement, announce } from '../delivery/announce.ts'
import { createTransaction } from '../execution/createTransaction.ts'
import { requireProven } from '../identities/requireProven.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { parseReason } from '../input/parseReason.ts'
import { alreadyDecidedMessage } from '../messages/alreadyDecidedMessage.ts'
import { decidedMessage } from '../messages/decidedMessage.ts'
import type { Message } from '../messages/Message.ts'
import { stageMessage } from '../messages/stageMessage.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Account } from '../model/Account.ts'
import type { MessageRef } from '../model/Post.ts'
import { requestSets } from '../model/requestSets.ts'
import { checkClickedCard } from './checkClickedCard.ts'
import { checkDecider } from './checkDecider.ts'
import { consentRequest } from './consentRequest.ts'
import { expireRequest } from './expireRequest.ts'
import { getKnownAccessRequest } from './getKnownAccessRequest.ts'
import { isAccessRequest } from './isAccessRequest.ts'
import { refuseSelfApproval } from './refuseSelfApproval.ts'

/**
 * Decides a request. Of any number of decisions, whoever makes them and however often they arrive, one moves the
 * request; the others are told what happened. The CMO approves what is pending; the CMO denies, and so does the record's
 * physician what somebody else asked for. The physician's typed approval of what waits for their consent is the consent.
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
): Promise<{ outcome: 'decided' | 'consented' | 'already'; message: Message }> {
  const { account, delivery, decision, clicked } = options
  const actor = await resolveActor(deps, { account })
  requireProven(deps, { actor })
  const request = await getKnownAccessRequest(deps, { requestId: options.requestId })
  if (clicked !== 'command') await checkClickedCard(deps, { request, clicked })
  const isConsent = request.status === 'awaiting-consent' && actor.principal === request.physician
  if (isConsent && decision === 'approve' && clicked === 'command') return consentRequest(deps, options)
  await checkDecider(deps, { request, actor, decision })
  const decidable = decision === 'approve' ? (['pending'] as const) : requestSets.undecided
  const from = decidable.find((status) => status === request.status)
  if (from === undefined) return already(deps, request)
  if (decision === 'approve') refuseSelfApproval({ request, actor })
  const reason = decision === 'deny' ? parseReason(options.reason ?? '') : null

  const now = deps.clock.now()
  const { directory, settings } = deps
  if (now > request.approvalExpiresAt) {
    await expireRequest(deps, { requestId: request.id })
    return already(deps, await getKnownAccessRequest(deps, { requestId: request.id }))
  }

  const decided = await deps.store.transaction(async (unit) => {
    if ((await unit.claimDelivery({ key: delivery, requestId: request.id, at: now })) !== null) return null
    const moved = await unit.moveRequest({
      id: request.id,
      from,
      to: decision === 'approve' ? 'approved' : 'denied',
      patch: {
        decidedBy: actor.principal,
        decidedByAccount: account,
        decidedAt: now,
        decisionReason: reason,
        executionExpiresAt:
          decision === 'approve'
            ? new Date(now.getTime() + settings.approvals[request.kind].executionExpiresInMs)
            : null,
      },
    })
    if (moved === null || !isAccessRequest(moved)) return null
    await unit.appendAudit([
      {
        at: now,
        action: decision === 'approve' ? 'request-approved' : 'request-denied',
        actor: actor.principal,
        account,
        requestId: moved.id,
        recordId: moved.recordId,
        detail: {
          ...(reason === null ? {} : { reason }),
          ...(decision === 'approve' ? describeException(moved, actor.principal) : {}),
        },
      },
    ])
    if (decision === 'approve') {
      const transaction = createTransaction({ id: randomUUID(), request: moved, replaces: null, at: now })
      await unit.insertTransaction(transaction)
      await unit.enqueue({ name: 'execute', transactionId: transaction.id })
    }
    await announce(deps, unit, {
      request: moved,
      thread: stageMessage({ request: moved, transaction: null, directory, settings }),
      direct: decision === 'deny' ? tellDenied(deps, moved) : [],
    })
    return moved
  })
  if (decided === null) return already(deps, await getKnownAccessRequest(deps, { requestId: request.id }))
  return { outcome: 'decided', message: decidedMessage({ request: decided, directory, reader: 'approver' }) }
}

/** What the evidence adds where one person holds two offices. */
function describeException(request: AccessRequest, approver: string): { exception?: string } {
  if (approver === request.requester)
    return { exception: 'the CMO is the record’s physician and confirmed their own revoke' }
  if (approver === request.physician)
    return { exception: 'the CMO is the record’s physician, consented and decided; somebody else asked' }
  return {}
}

/** Who asked hears how it ended, and so does the physician whose consent it needed, unless it was they who ended it. */
function tellDenied(deps: Pick<Deps, 'directory'>, request: AccessRequest): Announcement['direct'] {
  const { directory } = deps
  const { requester, physician, decidedBy } = request
  const tell = (recipient: string, reader: 'requester' | 'physician') => ({
    recipient,
    message: decidedMessage({ request, directory, reader }),
  })
  return [tell(requester, 'requester'), ...(physician === decidedBy ? [] : [tell(physician, 'physician')])]
}

function already(deps: Deps, request: AccessRequest): { outcome: 'already'; message: Message } {
  return { outcome: 'already', message: alreadyDecidedMessage({ request, directory: deps.directory }) }
}
