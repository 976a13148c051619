import type { Deps } from '../Deps.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { MessageRef } from '../model/Post.ts'
import { checkAlertKeeper } from './checkAlertKeeper.ts'
import { checkClickedAlert } from './checkClickedAlert.ts'
import { parseAlertId } from './parseAlertId.ts'
import { performAct } from './performAct.ts'

/**
 * Keeps alerts of the same rule and cause from being told for a while: this one, and those that begin meanwhile.
 *
 * @param options.durationMs from now; at most 30 days
 * @param options.reason as typed
 * @param options.clicked the message whose button was clicked, null where it stood in none; `command` unless told
 * @throws IdentityError, InvalidInputError or RefusalError: nothing was changed
 * @example
 * await silenceAlert(deps, { account, delivery, alertId: 'a3x9q1mz7t', durationMs: 28_800_000, reason: 'ward round' })
 */
export async function silenceAlert(
  deps: Deps,
  options: {
    account: Account
    delivery: string
    alertId: string
    durationMs: number
    reason: string
    clicked?: MessageRef | 'command' | null
  },
): Promise<Message> {
  const { account, delivery, durationMs, reason, clicked = 'command' } = options
  const actor = await checkAlertKeeper(deps, { account })
  const alertId = parseAlertId({ text: options.alertId, to: 'person' })
  if (clicked !== 'command') await checkClickedAlert(deps, { alertId, clicked })
  const { message } = await performAct(deps, {
    alertId,
    actor,
    delivery,
    act: { kind: 'silence', durationMs, reason },
  })
  return message
}
