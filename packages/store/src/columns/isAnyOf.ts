import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/**
 * Whether a column is one of the values. They are one parameter together: a statement takes 65,535 at most, and
 * `inArray` needs one for each.
 */
export function isAnyOf<C extends PgColumn>(column: C, values: readonly C['_']['data'][]): SQL {
  const stored = values.map((value) => column.mapToDriverValue(value))
  return sql`${column} = any(${sql.param(stored)}::${sql.raw(column.getSQLType())}[])`
}
