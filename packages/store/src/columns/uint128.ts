import { numeric } from 'drizzle-orm/pg-core'

/** A column for an unsigned 128-bit number of the chain, exact, as a bigint. */
export const uint128 = (name: string) => numeric(name, { mode: 'bigint', precision: 39, scale: 0 })
