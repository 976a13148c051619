import { z } from 'zod'

const microStx = z.union([z.number().int().nonnegative(), z.bigint().nonnegative()]).transform(BigInt)
// A node takes nothing for less than 1 µSTX a byte.
const feeRate = microStx.transform((rate) => (rate === 0n ? 1n : rate))

/** The part of settings/Devnet.toml that the local chain reads. */
export const settingsSchema = z.object({
  network: z.object({ deployment_fee_rate: feeRate.default(10n) }).default({ deployment_fee_rate: 10n }),
  accounts: z
    .record(
      z.string(),
      z.object({
        mnemonic: z.string({ error: 'write the account’s words here' }),
        derivation: z.string().optional(),
        balance: microStx.default(0n),
      }),
    )
    .default({}),
})
