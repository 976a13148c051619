import { z } from 'zod'

const count = z.number().int().nonnegative()

/**
 * How a transaction ended that must not be run again: the VM has no rollback, so what it did is undone by
 * making the VM again without it. The journal keeps the verdict, and a replay goes by it.
 */
export const verdictSchema = z.object({
  status: z.enum(['abort_by_response', 'abort_by_post_condition']),
  result: z.string().regex(/^0x[0-9a-f]+$/),
  vmError: z.string(),
  cost: z.object({
    read_count: count,
    read_length: count,
    runtime: count,
    write_count: count,
    write_length: count,
  }),
})

export type Verdict = z.infer<typeof verdictSchema>
