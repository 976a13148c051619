import { resolve } from 'node:path'
import { BaseError } from '@medikey/errors'
import { z } from 'zod'

const schema = z.object({
  MEDIKEY_DATA_DIR: z.string().default('.medikey'),
  MEDIKEY_CHAIN_PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535)
    .default(3999),
})

/**
 * The two settings that concern a chain. The others are not looked at: `medikey start` hands its chain no more than
 * these, and a chain of its own needs no valid medikey.yaml.
 *
 * @throws BaseError CHAIN_PORT_INVALID
 */
export function readChainEnvironment(options: {
  env: Readonly<Record<string, string | undefined>>
  cwd: string
}): { dataDir: string; port: number } {
  const { env, cwd } = options
  // An empty variable means an absent one, as in compose and unit files.
  const parsed = schema.safeParse({
    MEDIKEY_DATA_DIR: env.MEDIKEY_DATA_DIR?.trim() || undefined,
    MEDIKEY_CHAIN_PORT: env.MEDIKEY_CHAIN_PORT?.trim() || undefined,
  })
  if (parsed.success) {
    const { MEDIKEY_DATA_DIR, MEDIKEY_CHAIN_PORT } = parsed.data
    return { dataDir: resolve(cwd, MEDIKEY_DATA_DIR), port: MEDIKEY_CHAIN_PORT }
  }
  throw new BaseError({
    code: 'CHAIN_PORT_INVALID',
    shortMessage: 'MEDIKEY_CHAIN_PORT must be a whole number from 1 to 65535.',
  })
}
