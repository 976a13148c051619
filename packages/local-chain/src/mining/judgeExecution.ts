import { findViolation } from '../post-conditions/findViolation.ts'
import type { DecodedTransaction } from '../transactions/DecodedTransaction.ts'
import type { Execution } from '../vm/Execution.ts'
import type { Verdict } from './Verdict.ts'

/** Decides whether what the VM did has to be undone: a post-condition is violated, or the VM ended over it. */
export function judgeExecution({
  transaction,
  execution,
}: {
  transaction: DecodedTransaction
  execution: Execution
}): Verdict | null {
  const { result, cost, vmError } = execution
  if (execution.outcome === 'trap') {
    return { status: 'abort_by_response', result, cost, vmError: vmError ?? 'The VM ended.' }
  }
  if (execution.outcome === 'abort' || transaction.payload.type === 'token_transfer') return null
  const violation = findViolation({ transaction, events: execution.events })
  return violation === null ? null : { status: 'abort_by_post_condition', result, cost, vmError: violation }
}
