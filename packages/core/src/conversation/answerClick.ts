import { acknowledgeAlert } from '../alerts/acknowledgeAlert.ts'
import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'
import type { Account } from '../model/Account.ts'
import type { MessageRef } from '../model/Post.ts'
import { cancelRequest } from '../requests/cancelRequest.ts'
import { confirmAction } from '../requests/confirmAction.ts'
import { consentRequest } from '../requests/consentRequest.ts'
import { decideRequest } from '../requests/decideRequest.ts'
import { releaseGrant } from '../requests/releaseGrant.ts'
import type { Answer } from './Answer.ts'
import { buildDenyForm } from './forms/buildDenyForm.ts'
import { buildSilenceForm } from './forms/buildSilenceForm.ts'

/**
 * Answers a click on a button, the same on every platform. Deny and Silence ask why, at once and before any look-up. What
 * decides for others has to stand on its card; confirm, cancel and release are only ever one's own.
 *
 * @param options.kind what the button does; may be none that this version knows
 * @param options.id as the button carries it: it proves nothing
 * @param options.clicked the message that the button stands in; null where it stands in none
 * @throws IdentityError, RefusalError, InvalidInputError or a ContractError: nothing was changed
 * @example
 * const answer = await answerClick(deps, { account, delivery, kind: 'approve', id, clicked })
 */
export async function answerClick(
  deps: Deps,
  options: {
    account: Account
    delivery: string
    kind: string
    id: string
    clicked: MessageRef | 'command' | null
  },
): Promise<Answer> {
  const { account, delivery, kind, id, clicked } = options
  switch (kind) {
    case 'approve':
      return decideRequest(deps, {
        account,
        delivery,
        requestId: id,
        clicked,
        decision: 'approve',
        reason: null,
      })
    case 'consent':
      return consentRequest(deps, { account, delivery, requestId: id, clicked })
    case 'confirm':
      return confirmAction(deps, { account, delivery, requestId: id })
    case 'cancel':
      return cancelRequest(deps, { account, delivery, requestId: id })
    case 'release':
      return releaseGrant(deps, { account, delivery, requestId: id })
    case 'deny':
      return { form: buildDenyForm({ subjectId: id }) }
    case 'acknowledge':
      return { message: await acknowledgeAlert(deps, { account, delivery, alertId: id, clicked }) }
    case 'silence':
      return { form: buildSilenceForm({ subjectId: id, values: {} }) }
    default:
      throw new RefusalError({
        code: 'UNKNOWN_ACTION',
        message:
          'This button is from another version of MediKey, so nothing was changed. Use /medikey pending.',
      })
  }
}
