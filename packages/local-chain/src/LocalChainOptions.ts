import { z } from 'zod'
import type { MinedTransaction } from './chain/TransactionRecord.ts'
import { millisecondsSchema, miningModeSchema } from './mining/Mining.ts'

/** What `createLocalChain` takes. */
export const localChainOptionsSchema = z.strictObject({
  manifestPath: z.string().min(1),
  dataDir: z.string().min(1).nullish(),
  host: z.string().min(1).default('127.0.0.1'),
  port: z.number().int().min(0).max(65_535).default(3999),
  mining: miningModeSchema.default('interval'),
  blockTimeMs: millisecondsSchema.default(1000),
  tenureTimeMs: millisecondsSchema.nullish(),
  tenureBlocks: z.number().int().min(1).nullish(),
  fresh: z.boolean().default(false),
  trackCosts: z.boolean().default(true),
  onTransaction: z
    .custom<(mined: MinedTransaction) => void>((value) => typeof value === 'function')
    .optional(),
  onError: z.custom<(error: unknown) => void>((value) => typeof value === 'function').optional(),
})

/** See {@link createLocalChain} for what each means. */
export type LocalChainOptions = z.input<typeof localChainOptionsSchema>
