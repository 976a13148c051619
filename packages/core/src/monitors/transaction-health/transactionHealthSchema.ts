import type { z } from 'zod'
import { createCountSchema } from '../createCountSchema.ts'
import { createMonitorSchema, durationSchema } from '../createMonitorSchema.ts'

/**
 * The settings of the monitor of transactions and of what signers can spend.
 *
 * @example
 * transactionHealthSchema.parse({ stuckAfter: '1h', balanceCalls: 50 })
 */
export const transactionHealthSchema = createMonitorSchema({
  cron: '* * * * *',
  rules: ['transaction-stuck', 'transaction-lost', 'balance-low'],
  bounds: {
    /** After how long without a step a transaction that is in no block is stuck. */
    stuckAfter: durationSchema.prefault('30m'),
    /** After how long it is critical. */
    stuckCriticalAfter: durationSchema.prefault('6h'),
    /** For how many more calls a signer's balance has to last. */
    balanceCalls: createCountSchema({ least: 1, most: 10_000, fallback: 20 }),
  },
}).refine(({ stuckAfter, stuckCriticalAfter }) => stuckCriticalAfter > stuckAfter, {
  error: 'must be longer than stuckAfter',
  path: ['stuckCriticalAfter'],
})

export type TransactionHealthSettings = z.output<typeof transactionHealthSchema>
