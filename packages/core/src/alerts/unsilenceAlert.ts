import type { Deps } from '../Deps.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { MessageRef } from '../model/Post.ts'
import { checkAlertKeeper } from './checkAlertKeeper.ts'
import { checkClickedAlert } from './checkClickedAlert.ts'
import { parseAlertId } from './parseAlertId.ts'
import { performAct } from './performAct.ts'

/**
 * Ends the silence of an alert's rule and cause; what still fires is told at once.
 *
 * @param options.clicked the message whose button was clicked, null where it stood in none; `command` unless told
 * @throws IdentityError or RefusalError: nothing was changed
 * @example
 * await unsilenceAlert(deps, { account, delivery, alertId: 'a3x9q1mz7t' })
 */
export async function unsilenceAlert(
  deps: Deps,
  options: { account: Account; delivery: string; alertId: string; clicked?: MessageRef | 'command' | null },
): Promise<Message> {
  const { account, delivery, clicked = 'command' } = options
  const actor = await checkAlertKeeper(deps, { account })
  const alertId = parseAlertId({ text: options.alertId, to: 'person' })
  if (clicked !== 'command') await checkClickedAlert(deps, { alertId, clicked })
  const { message } = await performAct(deps, { alertId, actor, delivery, act: { kind: 'unsilence' } })
  return message
}
