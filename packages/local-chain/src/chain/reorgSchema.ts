import { z } from 'zod'

/** What a reorg takes: see `Miner.reorg`. */
export const reorgSchema = z.strictObject({
  blocks: z.number().int().min(1).max(1_000_000),
  empty: z.number().int().min(0).max(10_000).default(0),
})
