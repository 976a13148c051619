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
  /** A transaction left the mempool without a block. */
  z.object({ type: z.literal('drop'), txid: hex }),
  /** A block was mined; written before the VM runs its transaction. */
  z.object({ type: z.literal('block'), time: z.number().int(), txid: hex.nullable(), tenure: z.boolean() }),
  /** How the transaction of the last block ended, where running it again would not tell. */
  z.object({ type: z.literal('verdict'), txid: hex, verdict: verdictSchema }),
  /** The clock was moved, in seconds ahead of the machine's. */
  z.object({ type: z.literal('clock'), offset: z.number().int() }),
])

export type JournalEntry = z.infer<typeof journalEntrySchema>
