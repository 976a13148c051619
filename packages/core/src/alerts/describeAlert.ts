import type { Deps } from '../Deps.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'

/**
 * One alert with its findings, for the Chief Medical Officer and the auditors.
 *
 * @param options.account who asks; null for the operator on the machine
 * @throws IdentityError or RefusalError: nothing was told
 * @example
 * const message = await describeAlert(deps, { account, alertId: 'a3x9q1mz7t' })
 */
export async function describeAlert(
  _deps: Deps,
  _options: { account: Account | null; alertId: string },
): Promise<Message> {
  throw new Error('An alert cannot be described yet.')
}
