import type { Deps } from '../Deps.ts'
import type { Message } from '../messages/Message.ts'
import type { Account } from '../model/Account.ts'

/**
 * The open alerts, the most severe first, for the Chief Medical Officer and the auditors.
 *
 * @param options.account who asks; null for the operator on the machine
 * @throws IdentityError or RefusalError: nothing was told
 * @example
 * const message = await describeAlerts(deps, { account })
 */
export async function describeAlerts(_deps: Deps, _options: { account: Account | null }): Promise<Message> {
  throw new Error('Alerts cannot be listed yet.')
}
