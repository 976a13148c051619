import { z } from 'zod'
import { clarityVersionOf } from './clarityVersionOf.ts'

const contractSchema = z
  .object({
    path: z.string(),
    clarity_version: z.number().int().min(1).max(6).optional(),
    // Clarinet takes "3.1" and 3.1.
    epoch: z.union([z.string(), z.number()]).transform(String).optional(),
    deployer: z.string().optional(),
  })
  .transform(({ path, deployer, clarity_version, epoch }, context) => {
    const clarityVersion = clarity_version ?? clarityVersionOf(epoch)
    if (clarityVersion !== undefined) return { path, deployer, clarityVersion }
    const message = `epoch "${epoch}" is none that this chain knows, write "latest"`
    context.addIssue({ code: 'custom', message, input: epoch })
    return z.NEVER
  })

const requirementSchema = z.object({
  contract_id: z.string().regex(/^S[PMTN][0-9A-Z]+\.[a-zA-Z][\w-]{0,127}$/, 'has to be <address>.<name>'),
})

/** The part of Clarinet.toml that the local chain reads. */
export const manifestSchema = z.object({
  project: z
    .object({
      requirements: z.array(requirementSchema).default([]),
      cache_dir: z.string().default('.cache'),
    })
    .default({ requirements: [], cache_dir: '.cache' }),
  contracts: z.record(z.string(), contractSchema).default({}),
})
