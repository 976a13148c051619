import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import { stageMessage } from '../messages/stageMessage.ts'
import type { Transaction, TransactionStatus } from '../model/Transaction.ts'

/**
 * Notes when to look at the transaction again, and why it waits. People are told when the reason changes: on the card,
 * and in the thread for the end of a grant, which has no card of its own.
 *
 * @param options.to the status it waits in; its own unless told
 */
export async function postpone(
  deps: Deps,
  transaction: Transaction,
  options: { delayMs: number; failure: Transaction['failure']; to?: TransactionStatus },
): Promise<null> {
  const { delayMs, failure, to = transaction.status } = options
  const now = deps.clock.now()
  await deps.store.transaction(async (unit) => {
    const moved = await unit.moveTransaction({
      id: transaction.id,
      from: [transaction.status],
      to,
      patch: {
        nextAttemptAt: new Date(now.getTime() + delayMs),
        attempts: transaction.attempts + 1,
        failure,
      },
    })
    if (moved === null || failure?.code === transaction.failure?.code) return
    const request = await unit.getRequest(moved.requestId)
    if (request === null) return
    const { directory, settings } = deps
    const isUnseen = request.origin !== 'person' && failure !== null
    const thread = isUnseen ? stageMessage({ request, transaction: moved, directory, settings }) : null
    await announce(deps, unit, { request, thread, direct: [] })
  })
  return null
}
