import { RefusalError } from '../errors/RefusalError.ts'
import { isSamePerson } from '../identities/isSamePerson.ts'
import type { AccessRequest } from '../model/AccessRequest.ts'
import type { Actor } from '../model/Actor.ts'

/**
 * Nobody approves what they asked for or are granted. One exception keeps access removable: a CMO who is the record's
 * physician may confirm their own revoke.
 *
 * @throws RefusalError when it would be one's own
 */
export function refuseSelfApproval(options: { request: AccessRequest; actor: Actor }): void {
  const { request, actor } = options
  const isOwnRevoke = request.kind === 'revoke' && actor.principal === request.physician
  if (isSamePerson(actor.principal, request.requester) && !isOwnRevoke) {
    throw new RefusalError({
      code: 'SELF_APPROVAL',
      message: 'You asked for this yourself, so you cannot approve it.',
    })
  }
  if (request.kind === 'grant' && isSamePerson(actor.principal, request.medicalStaff)) {
    throw new RefusalError({
      code: 'SELF_APPROVAL',
      message: 'This grant is for you, so you cannot approve it.',
    })
  }
}
