import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import { endGrant } from '../execution/endGrant.ts'
import { queueGrantEnd } from '../execution/queueGrantEnd.ts'
import { isSamePerson } from '../identities/isSamePerson.ts'
import { requireProven } from '../identities/requireProven.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { alreadyEndedMessage } from '../messages/alreadyEndedMessage.ts'
import type { Message } from '../messages/Message.ts'
import { releasedMessage } from '../messages/releasedMessage.ts'
import type { Account } from '../model/Account.ts'
import { getKnownAccessRequest } from './getKnownAccessRequest.ts'

/**
 * Gives a grant back before its time: its revoke is queued at once, without anybody's decision. Only the grantee may.
 *
 * @param options.requestId the request that granted the access
 * @returns `already` when the grant stands no more or is being ended, and what the person is told
 * @throws IdentityError or RefusalError: nothing was changed
 * @example
 * await releaseGrant(deps, { account, delivery, requestId: 'k3x9q1mz7t' })
 */
export async function releaseGrant(
  deps: Deps,
  options: { account: Account; delivery: string; requestId: string },
): Promise<{ outcome: 'released' | 'already'; message: Message }> {
  const { account, delivery } = options
  const actor = await resolveActor(deps, { account })
  requireProven(deps, { actor })
  const granted = await getKnownAccessRequest(deps, { requestId: options.requestId })
  if (granted.kind !== 'grant' || !isSamePerson(granted.medicalStaff, actor.principal)) {
    throw new RefusalError({
      code: 'NOT_GRANTEE',
      message: 'Only the person who was granted access gives it back. Nothing was changed.',
    })
  }
  const held = await deps.store.getGrant(granted.id)
  if (held === null) {
    throw new RefusalError({
      code: 'NOT_GRANTED',
      message: `Request ${granted.id} has not led to any access, so there is nothing to give back.`,
    })
  }
  const now = deps.clock.now()
  // Its time is over, and only nobody has swept since.
  if (held.endsAt !== null && held.endsAt <= now) await endGrant(deps, { requestId: granted.id })
  const isReleased = await deps.store.transaction(async (unit) => {
    if ((await unit.claimDelivery({ key: delivery, requestId: granted.id, at: now })) !== null) return false
    return (await queueGrantEnd(deps, unit, { granted, releasedBy: actor })) !== null
  })
  if (isReleased) return { outcome: 'released', message: releasedMessage({ granted }) }
  const grant = await deps.store.getGrant(granted.id)
  return {
    outcome: 'already',
    message: alreadyEndedMessage({ grant: grant ?? held, now }),
  }
}
