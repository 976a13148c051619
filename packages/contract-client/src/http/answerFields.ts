import { z } from 'zod'

/** A block height or an index. */
export const height = z.int().nonnegative()

export const nonce = z.int().nonnegative().transform(BigInt)

/** A txid or block hash: `0x` and 64 hex digits, in lower case. */
export const hash = z
  .string()
  .toLowerCase()
  .regex(/^0x[0-9a-f]{64}$/)

/** Seconds since 1970. */
export const time = z
  .number()
  .nonnegative()
  .transform((seconds) => new Date(seconds * 1000))

/** µSTX as decimal text. */
export const amount = z.string().regex(/^\d+$/).transform(BigInt)
