import type { Deps } from '../Deps.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { MessageRef } from '../model/Post.ts'
import { checkAlertKeeper } from './checkAlertKeeper.ts'
import { checkClickedAlert } from './checkClickedAlert.ts'
import { parseAlertId } from './parseAlertId.ts'
import { performAct } from './performAct.ts'

/**
 * Takes note of an alert for the Chief Medical Officer: it is not told again until a reminder. What only happened, and
 * does not last, is over with that. Doing it twice says what already happened.
 *
 * @param options.clicked the message whose button was clicked, null where it stood in none; `command` unless told
 * @throws IdentityError or RefusalError: nothing was changed
 * @example
 * await acknowledgeAlert(deps, { account, delivery, alertId: 'a3x9q1mz7t' })
 */
export async function acknowledgeAlert(
  deps: Deps,
  options: { account: Account; delivery: string; alertId: string; clicked?: MessageRef | 'command' | null },
): Promise<Message> {
  const { account, delivery, clicked = 'command' } = options
  const actor = await checkAlertKeeper(deps, { account })
  const alertId = parseAlertId({ text: options.alertId, to: 'person' })
  if (clicked !== 'command') await checkClickedAlert(deps, { alertId, clicked })
  const { message } = await performAct(deps, { alertId, actor, delivery, act: { kind: 'acknowledge' } })
  return message
}
