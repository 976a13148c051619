import { getTableName, sql } from 'drizzle-orm'
import type { Connection } from '../src/connection/Connection.ts'
import * as schema from '../src/schema/index.ts'

/** Empties every table and queue. As a replica, because the audit's trigger refuses even this. */
export async function emptyTables(connection: Connection): Promise<void> {
  const names = [...Object.values(schema).map((table) => getTableName(table)), 'pgboss.job']
  await connection.transaction(async (tx) => {
    await tx.execute(sql.raw('set local session_replication_role = replica'))
    await tx.execute(sql.raw(`truncate ${names.join(', ')} restart identity cascade`))
  })
}
