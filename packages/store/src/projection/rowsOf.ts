import { type SQL, sql } from 'drizzle-orm'

/**
 * Many rows as one parameter of a statement, to select from, in their order: `n` counts them. A statement with a
 * parameter a value takes far longer to make than to run.
 *
 * @param options.columns each with its SQL type
 */
export function rowsOf(options: {
  rows: readonly Readonly<Record<string, unknown>>[]
  columns: Readonly<Record<string, string>>
}): SQL {
  const { rows, columns } = options
  const json = JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? value.toString() : value))
  const types = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`)
  return sql`rows from (json_to_recordset(${json}::json) as (${sql.raw(types.join(', '))})) with ordinality`
}
