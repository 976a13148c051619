import { examineConditions } from '../examineConditions.ts'
import type { Monitor } from '../Monitor.ts'
import { mergeReports } from '../mergeReports.ts'
import { findLostTransactions } from './findLostTransactions.ts'
import { findLowBalances } from './findLowBalances.ts'
import { findStuckTransactions } from './findStuckTransactions.ts'
import type { TransactionHealthSettings } from './transactionHealthSchema.ts'

/**
 * Finds transactions of ours that get no further, those that came to nothing after somebody approved them, and signers
 * who can soon pay for no more.
 *
 * @example
 * const { holds, ended } = await findTransactionHealth(deps, look, transactionHealthSchema.parse({}))
 */
export const findTransactionHealth: Monitor<TransactionHealthSettings> = async (deps, look, settings) =>
  mergeReports([
    await examineConditions(deps, look, {
      rules: ['transaction-stuck'],
      find: (now) => findStuckTransactions(deps, { now, settings }),
    }),
    { holds: await findLostTransactions(deps, look), ended: [] },
    await findLowBalances(deps, look, settings),
  ])
