import type { Deps } from '../Deps.ts'
import type { Transaction } from '../model/Transaction.ts'
import { checkExecution } from './checkExecution.ts'
import { moveAndTell } from './moveAndTell.ts'
import { postpone } from './postpone.ts'

/** After this long, what was true at the signature is looked at again before the first send. */
const FRESH_MS = 5_000
const WAIT_MS = 5_000

/** A signed transaction that has not left yet, for instance through a restart, must still be wanted when it leaves. */
export async function recheckSigned(
  deps: Deps,
  transaction: Transaction,
): Promise<'go' | Transaction | null> {
  const age = deps.clock.now().getTime() - (transaction.signedAt?.getTime() ?? 0)
  if (age <= FRESH_MS) return 'go'
  const request = await deps.store.getRequest(transaction.requestId)
  if (request === null) return null
  const verdict = await checkExecution(deps, { request })
  if (verdict.kind === 'send') return 'go'
  const failure = { code: verdict.code, message: verdict.message }
  return verdict.kind === 'wait'
    ? postpone(deps, transaction, { delayMs: WAIT_MS, failure })
    : moveAndTell(deps, transaction, { to: 'refused', patch: { failure }, audit: 'transaction-refused' })
}
