import type { Deps } from '../Deps.ts'
import type { Transaction } from '../model/Transaction.ts'
import { applyVerdict } from './applyVerdict.ts'
import { checkExecution } from './checkExecution.ts'

/** After this long, what was true at the signature is looked at again before the first send. */
const FRESH_MS = 5_000

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
  return verdict.kind === 'send' ? 'go' : applyVerdict(deps, transaction, verdict)
}
