import type { Deps } from '../Deps.ts'
import { requireProven } from '../identities/requireProven.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { alreadyDecidedMessage } from '../messages/alreadyDecidedMessage.ts'
import { confirmMessage } from '../messages/confirmMessage.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { ActionRequest, ActionTerms } from '../model/ActionRequest.ts'
import type { Request } from '../model/Request.ts'
import { createRequestId } from './createRequestId.ts'
import { findActionRefusal } from './findActionRefusal.ts'
import { isAccessRequest } from './isAccessRequest.ts'
import { refuseWithoutKey } from './refuseWithoutKey.ts'

/** How long a confirmation may wait: longer, and the person does not see any more what they say yes to. */
const CONFIRM_MS = 600_000

/**
 * Prepares an action of a person's own (a new record, a draw, archiving, maintenance) and asks them to confirm exactly
 * what would be sent. What the contract would refuse is refused now.
 *
 * @param options.delivery unique key of the inbound delivery: the same one twice prepares one action
 * @returns the action, and the confirmation to answer with
 * @throws IdentityError, RefusalError or a ContractError: nothing was saved
 * @example
 * await proposeAction(deps, { account, delivery, terms: parseActionInput({ record: '7', volume: '50', purpose: 'follow-up' }, { kind: 'access' }) })
 */
export async function proposeAction(
  deps: Deps,
  options: { account: Account; delivery: string; terms: ActionTerms },
): Promise<{ request: ActionRequest; message: Message }> {
  const { account, delivery, terms } = options
  const actor = await resolveActor(deps, { account })
  requireProven(deps, { actor })
  const refusal = await findActionRefusal(deps, { sender: actor.principal, terms })
  if (refusal !== null) throw refusal
  refuseWithoutKey(deps, { principal: actor.principal, whose: 'your' })

  const now = deps.clock.now()
  const request: ActionRequest = {
    ...terms,
    id: createRequestId(),
    status: 'unconfirmed',
    origin: 'person',
    requester: actor.principal,
    requesterAccount: account,
    createdAt: now,
    approvalExpiresAt: new Date(now.getTime() + CONFIRM_MS),
    executionExpiresAt: null,
    decidedBy: null,
    decidedByAccount: null,
    decidedAt: null,
    decisionReason: null,
  }
  const first = await deps.store.transaction(async (unit) => {
    const earlier = await unit.claimDelivery({ key: delivery, requestId: request.id, at: now })
    if (earlier !== null) return unit.getRequest(earlier.requestId)
    await unit.insertRequest(request)
    await unit.appendAudit([
      {
        at: now,
        action: 'request-submitted',
        actor: actor.principal,
        account,
        requestId: request.id,
        recordId: request.recordId,
        detail: describeTerms(terms),
      },
    ])
    return null
  })
  return answer(deps, first ?? request)
}

/** The confirmation again for a delivery that arrives once more, unless it was answered meanwhile. */
function answer(deps: Deps, request: Request): { request: ActionRequest; message: Message } {
  const { directory, settings } = deps
  if (isAccessRequest(request)) throw new Error('A delivery of an action led to a request for access.')
  const message =
    request.status === 'unconfirmed'
      ? confirmMessage({ request, directory, settings })
      : alreadyDecidedMessage({ request, directory })
  return { request, message }
}

function describeTerms({ kind, volume, category, reason }: ActionTerms): Record<string, string> {
  return {
    kind,
    ...(volume === null ? {} : { volume: volume.toString() }),
    ...(category === null ? {} : { category }),
    ...(reason === null ? {} : { reason }),
  }
}
