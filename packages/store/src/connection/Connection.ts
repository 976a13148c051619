import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { ConstructorOptions } from 'pg-boss'

/** What both drivers can do: queries of one dialect. */
export type Database = PgDatabase<PgQueryResultHKT>

/** A database, embedded or a server. */
export type Connection = {
  readonly db: Database
  /** Runs the work in one database transaction on one session; rolls back when it throws. */
  transaction<T>(work: (tx: Database) => Promise<T>): Promise<T>
  /** Runs the migrations while no other process does. */
  migrate(options: { readonly migrationsFolder: string }): Promise<void>
  /** How the queue reaches the same database. */
  readonly bossOptions: ConstructorOptions
  close(): Promise<void>
}
