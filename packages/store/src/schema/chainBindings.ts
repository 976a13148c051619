import { sql } from 'drizzle-orm'
import { bigint, boolean, check, pgTable, text } from 'drizzle-orm/pg-core'

/** One row: the chain that the store belongs to. */
export const chainBindings = pgTable(
  'chain_bindings',
  {
    only: boolean('only').primaryKey().default(true),
    network: text('network').notNull(),
    contract: text('contract').notNull(),
    deployTxid: text('deploy_txid').notNull(),
    installedAtHeight: bigint('installed_at_height', { mode: 'number' }).notNull(),
  },
  () => [check('chain_bindings_one_row', sql`"only"`)],
)
