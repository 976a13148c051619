import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import { requireProven } from '../identities/requireProven.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { alreadyDecidedMessage } from '../messages/alreadyDecidedMessage.ts'
import { decidedMessage } from '../messages/decidedMessage.ts'
import type { Message } from '../messages/Message.ts'
import { stageMessage } from '../messages/stageMessage.ts'
import type { Account } from '../model/Account.ts'
import { requestSets } from '../model/requestSets.ts'
import { getKnownRequest } from './getKnownRequest.ts'
import { isAccessRequest } from './isAccessRequest.ts'

/**
 * Takes an open request back. Only who asked may.
 *
 * @param options.delivery unique key of the inbound delivery: the same one twice cancels once
 * @returns `already` when it was no longer open, and what the asking person is told
 * @throws IdentityError or RefusalError: nothing was changed
 * @example
 * await cancelRequest(deps, { account, delivery, requestId: 'k3x9q1mz7t' })
 */
export async function cancelRequest(
  deps: Deps,
  options: { account: Account; delivery: string; requestId: string },
): Promise<{ outcome: 'cancelled' | 'already'; message: Message }> {
  const { account, delivery } = options
  const actor = await resolveActor(deps, { account })
  requireProven(deps, { actor })
  const request = await getKnownRequest(deps, { requestId: options.requestId })
  if (request.requester !== actor.principal) {
    throw new RefusalError({
      code: 'NOT_REQUESTER',
      message: 'Only the person who asked may take a request back. Nothing was changed.',
    })
  }
  const now = deps.clock.now()
  const { directory, settings } = deps
  const from = requestSets.open.find((status) => status === request.status)
  const cancelled = await deps.store.transaction(async (unit) => {
    if ((await unit.claimDelivery({ key: delivery, requestId: request.id, at: now })) !== null) return null
    if (from === undefined) return null
    const moved = await unit.moveRequest({
      id: request.id,
      from,
      to: 'cancelled',
      patch: { decidedBy: actor.principal, decidedByAccount: account, decidedAt: now },
    })
    if (moved === null) return null
    await unit.appendAudit([
      {
        at: now,
        action: 'request-cancelled',
        actor: actor.principal,
        account,
        requestId: moved.id,
        recordId: moved.recordId,
        detail: {},
      },
    ])
    await announce(deps, unit, {
      request: moved,
      thread: stageMessage({ request: moved, transaction: null, directory, settings }),
      // Whose consent was wanted need not look at it any more.
      direct:
        isAccessRequest(moved) && moved.physician !== moved.requester
          ? [
              {
                recipient: moved.physician,
                message: decidedMessage({ request: moved, directory, reader: 'physician' }),
              },
            ]
          : [],
    })
    return moved
  })
  if (cancelled !== null) {
    const message = decidedMessage({ request: cancelled, directory, reader: 'requester' })
    return { outcome: 'cancelled', message }
  }
  const current = await getKnownRequest(deps, { requestId: request.id })
  return { outcome: 'already', message: alreadyDecidedMessage({ request: current, directory }) }
}
