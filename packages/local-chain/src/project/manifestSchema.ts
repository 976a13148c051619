import { z } from 'zod'

/** The part of Clarinet.toml that the local chain reads. */
export const manifestSchema = z.object({
  contracts: z
    .record(
      z.string(),
      z.object({
        path: z.string(),
        clarity_version: z.number().int().min(1).max(6).optional(),
        deployer: z.string().optional(),
      }),
    )
    .default({}),
})
