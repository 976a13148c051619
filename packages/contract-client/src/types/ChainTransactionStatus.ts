import { z } from 'zod'

/** The chain's own words for what became of a transaction. */
export const chainTransactionStatus = z.enum([
  'pending',
  'success',
  'abort_by_response',
  'abort_by_post_condition',
  'problematic_skipped',
  'dropped_replace_by_fee',
  'dropped_replace_across_fork',
  'dropped_too_expensive',
  'dropped_stale_garbage_collect',
  'dropped_problematic',
])

/**
 * The chain's own words for what became of a transaction. `pending` waits; `success`, `abort_*` and
 * `problematic_skipped` are mined, and spent nonce and fee; `dropped_*` left the mempool unmined.
 */
export type ChainTransactionStatus = z.infer<typeof chainTransactionStatus>
