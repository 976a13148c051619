import { z } from 'zod'

/** How far the projection reaches, as one process tells another. */
export const projectionSchema = z.object({
  events: z.int(),
  records: z.int(),
  /** Null before the first block. */
  blockHeight: z.int().nullable(),
  /** It holds the contract's newest event. */
  isComplete: z.boolean(),
})

export type ProjectionState = z.output<typeof projectionSchema>
