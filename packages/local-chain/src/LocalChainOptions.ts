import { z } from 'zod'

const milliseconds = z.number().int().min(10).max(86_400_000)

/** What `createLocalChain` takes. */
export const localChainOptionsSchema = z.strictObject({
  manifestPath: z.string().min(1),
  dataDir: z.string().min(1).nullish(),
  host: z.string().min(1).default('127.0.0.1'),
  port: z.number().int().min(0).max(65_535).default(3999),
  mining: z.enum(['interval', 'immediate', 'manual']).default('interval'),
  blockTimeMs: milliseconds.default(1000),
  tenureTimeMs: milliseconds.nullish(),
  tenureBlocks: z.number().int().min(1).nullish(),
  fresh: z.boolean().default(false),
  onError: z.custom<(error: unknown) => void>((value) => typeof value === 'function').optional(),
})

/** See {@link createLocalChain} for what each means. */
export type LocalChainOptions = z.input<typeof localChainOptionsSchema>
