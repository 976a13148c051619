import type { Deps } from '../Deps.ts'
import type { Transaction, TransactionStatus } from '../model/Transaction.ts'

/**
 * Notes when to look at the transaction again, and why it waits. The card is told only when the reason changes.
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
    await unit.touchCards({ requestId: moved.requestId, at: now })
    for (const platform of deps.settings.platforms) {
      await unit.enqueue({ name: 'deliver', lane: { subject: { requestId: moved.requestId }, platform } })
    }
  })
  return null
}
