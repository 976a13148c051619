import { z } from 'zod'

export const miningModeSchema = z.enum(['interval', 'immediate', 'manual'])
export const millisecondsSchema = z.number().int().min(10).max(86_400_000)

/** A change of how a running chain mines. What is left out stays. */
export const miningChangeSchema = z.strictObject({
  mode: miningModeSchema.optional(),
  blockTimeMs: millisecondsSchema.optional(),
  /** Null for never. Left out while the mode changes, it is what a chain of that mode begins with. */
  tenureTimeMs: millisecondsSchema.nullable().optional(),
})

export type MiningChange = z.infer<typeof miningChangeSchema>

/** How a chain mines now. */
export type Mining = {
  readonly mode: z.infer<typeof miningModeSchema>
  readonly blockTimeMs: number
  readonly tenureTimeMs: number | null
  readonly tenureBlocks: number | null
  readonly paused: boolean
}
