import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Actor } from '../model/Actor.ts'

/**
 * Who may decide: the CMO, as the chain says now; and to deny, also the physician of whose record somebody else asked.
 *
 * @throws RefusalError when this person may not
 */
export async function checkDecider(
  deps: Pick<Deps, 'ledger'>,
  options: { request: AccessRequest; actor: Actor; decision: 'approve' | 'deny' },
): Promise<void> {
  const { request, actor, decision } = options
  const hasSay = actor.principal === request.physician && request.requester !== request.physician
  if (decision === 'deny' && hasSay) return
  if (await deps.ledger.isChiefMedicalOfficer({ user: actor.principal })) return
  throw new RefusalError({
    code: 'NOT_CMO',
    message: 'Only the Chief Medical Officer decides requests. Nothing was changed.',
  })
}
