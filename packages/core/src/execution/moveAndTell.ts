import type { Deps } from '../Deps.ts'
import { announce } from '../delivery/announce.ts'
import { outcomeMessage } from '../messages/outcomeMessage.ts'
import { stageMessage } from '../messages/stageMessage.ts'
import type { AuditAction } from '../model/AuditEntry.ts'
import type { Transaction, TransactionStatus } from '../model/Transaction.ts'
import type { UnitOfWork } from '../ports/Store.ts'

/** Statuses that the thread does not tell: they pass within milliseconds, or repeat. */
const UNTOLD: readonly TransactionStatus[] = ['signed', 'unknown', 'queued']
/** Statuses after which the asking person gets a direct message. */
const OUTCOMES: readonly TransactionStatus[] = ['included', 'aborted', 'refused']

/**
 * Moves a transaction by compare-and-swap and, in the same unit of work, writes the evidence, what people are told, and
 * whatever else follows.
 *
 * @returns null when the transaction was not in `from`: somebody else moved it
 */
export async function moveAndTell(
  deps: Deps,
  transaction: Transaction,
  options: {
    to: TransactionStatus
    patch: Parameters<UnitOfWork['moveTransaction']>[0]['patch']
    audit: AuditAction
    also?: (unit: UnitOfWork, moved: Transaction) => Promise<void>
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
    await unit.appendAudit({
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
    })
    const context = { request, transaction: moved, directory: deps.directory, settings: deps.settings }
    const tellsOutcome = OUTCOMES.includes(to)
    await announce(deps, unit, {
      request,
      thread: UNTOLD.includes(to) ? null : stageMessage(context),
      direct: tellsOutcome
        ? [
            { recipient: request.requester, message: outcomeMessage({ ...context, reader: 'requester' }) },
            ...(to === 'included'
              ? [
                  {
                    recipient: request.medicalStaff,
                    message: outcomeMessage({ ...context, reader: 'staff' }),
                  },
                ]
              : request.decidedBy === null
                ? []
                : [
                    {
                      recipient: request.decidedBy,
                      message: outcomeMessage({ ...context, reader: 'approver' }),
                    },
                  ]),
          ]
        : [],
    })
    await also?.(unit, moved)
    return moved
  })
}
