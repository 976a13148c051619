import { z } from 'zod'

const amount = z.string().regex(/^\d+$/).transform(BigInt)

/** A deployment that was signed, as it is kept until it is final. */
export const keptDeployment = z.strictObject({
  version: z.literal(1),
  network: z.enum(['mainnet', 'testnet', 'devnet']),
  contract: z.string(),
  sourceSha256: z.string(),
  /** The first block of a local chain, which can begin anew; null elsewhere. */
  genesisHash: z.string().nullable(),
  txid: z.string().regex(/^0x[0-9a-f]{64}$/),
  nonce: amount,
  fee: amount,
  bytes: z.string().regex(/^([0-9a-f]{2})+$/),
})

/** A deployment that was signed: what is sent, and sent again, whatever happens to the command in between. */
export type KeptDeployment = z.output<typeof keptDeployment>
