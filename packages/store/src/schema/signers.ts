import { pgTable, text } from 'drizzle-orm/pg-core'
import { uint128 } from '../columns/uint128.ts'

/** How often each signer signed: whoever prepared a signature before another one was stored has to begin again. */
export const signers = pgTable('signers', {
  signer: text('signer').primaryKey(),
  fence: uint128('fence').notNull(),
})
