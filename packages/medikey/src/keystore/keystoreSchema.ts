import { z } from 'zod'

/** What the decrypted file holds. */
export const keystoreSchema = z.strictObject({
  version: z.literal(1),
  keys: z.array(
    z.strictObject({
      name: z.string().min(1),
      network: z.enum(['mainnet', 'testnet', 'devnet']),
      principal: z.string().min(1),
      privateKey: z.string().regex(/^[0-9a-f]{64}01$/),
      addedAt: z.iso.datetime(),
    }),
  ),
})

/** One key with all that is kept of it. */
export type StoredKey = z.output<typeof keystoreSchema>['keys'][number]
