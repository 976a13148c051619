import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import { findOfficer } from '../identities/findOfficer.ts'
import { requireProven } from '../identities/requireProven.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { alreadyDecidedMessage } from '../messages/alreadyDecidedMessage.ts'
import { consentedMessage } from '../messages/consentedMessage.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { MessageRef } from '../model/Post.ts'
import { checkClickedCard } from './checkClickedCard.ts'
import { expireRequest } from './expireRequest.ts'
import { getKnownAccessRequest } from './getKnownAccessRequest.ts'
import { isAccessRequest } from './isAccessRequest.ts'

/**
 * The record's physician consents to what somebody asks for themselves: from now on the CMO decides.
 *
 * @param options.clicked the message whose button was clicked, null where it stood in none; or `command`: it was typed
 * @returns `already` when it waited for consent no longer, and what the person is told
 * @throws IdentityError or RefusalError: nothing was changed
 * @example
 * await consentRequest(deps, { account, delivery, requestId: 'k3x9q1mz7t', clicked })
 */
export async function consentRequest(
  deps: Deps,
  options: {
    account: Account
    delivery: string
    requestId: string
    clicked: MessageRef | 'command' | null
  },
): Promise<{ outcome: 'consented' | 'already'; message: Message }> {
  const { account, delivery, clicked } = options
  const actor = await resolveActor(deps, { account })
  requireProven(deps, { actor })
  const request = await getKnownAccessRequest(deps, { requestId: options.requestId })
  if (clicked !== 'command') await checkClickedCard(deps, { request, clicked })
  if (actor.principal !== request.physician) {
    throw new RefusalError({
      code: 'NOT_PHYSICIAN',
      message: `Only the physician of record ${request.recordId} consents to this. Nothing was changed.`,
    })
  }
  const now = deps.clock.now()
  const { directory } = deps
  const isOpen = request.status === 'awaiting-consent'
  if (isOpen && now > request.approvalExpiresAt) await expireRequest(deps, { requestId: request.id })
  const officer = isOpen ? await findOfficer(deps) : null

  const consented = await deps.store.transaction(async (unit) => {
    if ((await unit.claimDelivery({ key: delivery, requestId: request.id, at: now })) !== null) return null
    const moved = await unit.moveRequest({
      id: request.id,
      from: 'awaiting-consent',
      to: 'pending',
      patch: { consentedAt: now },
    })
    if (moved === null || !isAccessRequest(moved)) return null
    await unit.appendAudit([
      {
        at: now,
        action: 'request-consented',
        actor: actor.principal,
        account,
        requestId: moved.id,
        recordId: moved.recordId,
        detail: {},
      },
    ])
    await announce(deps, unit, {
      request: moved,
      thread: consentedMessage({ request: moved, directory, reader: 'thread' }),
      direct: [
        {
          recipient: moved.requester,
          message: consentedMessage({ request: moved, directory, reader: 'requester' }),
        },
        // The card is only edited, which calls nobody; a CMO who is the physician knows already.
        ...(officer === null || officer === actor.principal
          ? []
          : [
              {
                recipient: officer,
                message: consentedMessage({ request: moved, directory, reader: 'officer' }),
              },
            ]),
      ],
    })
    return moved
  })
  if (consented !== null) {
    const message = consentedMessage({ request: consented, directory, reader: 'physician' })
    return { outcome: 'consented', message }
  }
  const current = await getKnownAccessRequest(deps, { requestId: request.id })
  return { outcome: 'already', message: alreadyDecidedMessage({ request: current, directory }) }
}
