import type { Deps } from '../Deps.ts'
import type { Transaction } from '../model/Transaction.ts'
import type { Verdict } from './checkExecution.ts'
import { moveAndTell } from './moveAndTell.ts'
import { postpone } from './postpone.ts'

const WAIT_MS = 5_000

/** Carries out a verdict against sending: the transaction waits, or is refused before anything left. */
export async function applyVerdict(
  deps: Deps,
  transaction: Transaction,
  verdict: Exclude<Verdict, { kind: 'send' }>,
): Promise<Transaction | null> {
  const failure = { code: verdict.code, message: verdict.message }
  return verdict.kind === 'wait'
    ? postpone(deps, transaction, { delayMs: WAIT_MS, failure })
    : moveAndTell(deps, transaction, { to: 'refused', patch: { failure }, audit: 'transaction-refused' })
}
