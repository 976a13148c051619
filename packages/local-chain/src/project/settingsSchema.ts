import { z } from 'zod'

const microStx = z.union([z.number().int().nonnegative(), z.bigint().nonnegative()]).transform(BigInt)

/** The part of settings/Devnet.toml that the local chain reads. */
export const settingsSchema = z.object({
  network: z.object({ deployment_fee_rate: microStx.default(10n) }).default({ deployment_fee_rate: 10n }),
  accounts: z.record(
    z.string(),
    z.object({
      mnemonic: z.string(),
      derivation: z.string().optional(),
      balance: microStx.default(0n),
    }),
  ),
})
