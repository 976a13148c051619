import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import { stageMessage } from '../messages/stageMessage.ts'
import type { AuditAction } from '../model/AuditEntry.ts'
import type { Request } from '../model/Request.ts'
import type { Transaction, TransactionStatus } from '../model/Transaction.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import { composeOutcome } from './composeOutcome.ts'

/** A transaction that moved, with its request. */
export type Moved = { readonly request: Request; readonly transaction: Transaction }

/**
 * Moves a transaction by compare-and-swap and, in the same unit of work, writes the evidence, what people are told, and
 * whatever else follows.
 *
 * @returns null when the transaction was not in the status it was read in: somebody else moved it
 */
export async function moveAndTell(
  deps: Deps,
  transaction: Transaction,
  options: {
    to: TransactionStatus
    patch: Parameters<UnitOfWork['moveTransaction']>[0]['patch']
    audit: AuditAction
    also?: (unit: UnitOfWork, moved: Moved) => Promise<void>
  },
): Promise<Transaction | null> {
  const { to, patch, audit, also } = options
  const now = deps.clock.now()
  return deps.store.transaction(async (unit) => {
    const moved = await unit.moveTransaction({
      id: transaction.id,
      from: [transaction.status],
      to,
      patch: { nextAttemptAt: now, attempts: 0, failure: null, ...patch },
    })
    if (moved === null) return null
    const request = await unit.getRequest(moved.requestId)
    if (request === null) return moved
    await unit.appendAudit([
      {
        at: now,
        action: audit,
        actor: null,
        account: null,
        requestId: request.id,
        recordId: request.recordId,
        detail: {
          ...(moved.txid === null ? {} : { txid: moved.txid }),
          ...(moved.nonce === null ? {} : { nonce: moved.nonce.toString() }),
          ...(moved.failure === null ? {} : { code: moved.failure.code }),
        },
      },
    ])
    // Before any card is touched: whoever holds a pair touches cards, so whoever held a card must not wait for the pair.
    await also?.(unit, { request, transaction: moved })
    const { directory, settings } = deps
    await announce(deps, unit, {
      request,
      thread: stageMessage({ request, transaction: moved, directory, settings }),
      direct: composeOutcome(deps, { request, transaction: moved, audit }),
    })
    return moved
  })
}
