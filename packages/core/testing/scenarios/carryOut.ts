import { advanceTransaction } from '../../src/execution/advanceTransaction.ts'
import { followOnce } from '../../src/follower/followOnce.ts'
import type { Clinic } from '../createClinic.ts'

const STEPS = ['sign', 'send', 'include'] as const

/** Does what the worker and the follower do: everything that was approved gets on chain. */
export async function carryOut({ deps, ledger, clock }: Clinic): Promise<void> {
  for (const step of STEPS) {
    if (step === 'include') ledger.mine()
    clock.advance(deps.settings.pollIntervalMs)
    const unfinished = await deps.store.listUnfinishedTransactions({ now: deps.clock.now(), limit: 100 })
    for (const { id } of unfinished) await advanceTransaction(deps, { transactionId: id })
  }
  await followOnce(deps)
}
