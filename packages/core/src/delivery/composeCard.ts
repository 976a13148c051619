import type { Deps } from '../Deps.ts'
import { findOfficer } from '../identities/findOfficer.ts'
import { actionCard } from '../messages/actionCard.ts'
import type { Message } from '../messages/Message.ts'
import { requestCard } from '../messages/requestCard.ts'
import { isAccessRequest } from '../requests/isAccessRequest.ts'

/** Composes a request's card from the rows as they stand; null when there is no such request. */
export async function composeCard(deps: Deps, options: { requestId: string }): Promise<Message | null> {
  const [request, transactions, grant] = await Promise.all([
    deps.store.getRequest(options.requestId),
    deps.store.listTransactions(options.requestId),
    deps.store.getGrant(options.requestId),
  ])
  if (request === null) return null
  const { directory, settings } = deps
  const transaction = transactions.at(-1) ?? null
  if (!isAccessRequest(request)) return actionCard({ request, transaction, directory, settings })
  return requestCard({
    request,
    transaction,
    grant,
    directory,
    settings,
    now: deps.clock.now(),
    approver: request.status === 'pending' ? await findOfficer(deps) : null,
  })
}
