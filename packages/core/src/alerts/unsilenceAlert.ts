import type { Deps } from '../Deps.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'
import type { MessageRef } from '../model/Post.ts'

/**
 * Ends the silence of an alert's rule and cause; what still fires is told at once.
 *
 * @param options.clicked the message whose button was clicked, null where it stood in none; `command` unless told
 * @throws IdentityError or RefusalError: nothing was changed
 * @example
 * await unsilenceAlert(deps, { account, delivery, alertId: 'a3x9q1mz7t' })
 */
export async function unsilenceAlert(
  _deps: Deps,
  _options: { account: Account; delivery: string; alertId: string; clicked?: MessageRef | 'command' | null },
): Promise<Message> {
  throw new Error('Alerts cannot be unsilenced yet.')
}
