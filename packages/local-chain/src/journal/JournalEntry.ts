import { z } from 'zod'
import { verdictSchema } from '../mining/Verdict.ts'

const hex = z.string().regex(/^(0x)?[0-9a-f]*$/)

/** One line of the journal. Together, in order, they make the chain again. */
export const journalEntrySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('genesis'),
    version: z.literal(1),
    salt: hex,
    time: z.number().int(),
    balances: z.array(z.object({ address: z.string(), balance: z.string().regex(/^\d+$/) })),
  }),
  /** A transaction was accepted. */
  z.object({ type: z.literal('transaction'), bytes: hex, at: z.number().int() }),
  /** A transaction left the mempool without a block; one that was replaced needs no entry. */
  z.object({
    type: z.literal('drop'),
    txid: hex,
    status: z.enum(['dropped_problematic', 'dropped_stale_garbage_collect']).default('dropped_problematic'),
  }),
  /** A block was mined; written before the VM runs its transaction. */
  z.object({ type: z.literal('block'), time: z.number().int(), txid: hex.nullable(), tenure: z.boolean() }),
  /** The newest blocks were orphaned, and their transactions wait again. */
  z.object({ type: z.literal('reorg'), blocks: z.number().int().min(1) }),
  /**
   * How a mined transaction ended, where running it again would not tell. On each fork a transaction is mined
   * once at most, and may end otherwise than on the one before.
   */
  z.object({
    type: z.literal('verdict'),
    txid: hex,
    fork: z.number().int().default(0),
    verdict: verdictSchema,
  }),
  /** The clock was moved or stopped. */
  z.object({
    type: z.literal('clock'),
    offset: z.number().int(),
    frozenAt: z.number().int().nullable().default(null),
  }),
])

export type JournalEntry = z.infer<typeof journalEntrySchema>
