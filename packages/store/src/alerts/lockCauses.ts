import { sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'

/**
 * Lets one unit at a time open or move the alerts of these rules and causes, until its transaction ends. They share
 * 1,024 locks, for a server keeps room for a few thousand; everybody takes them in the order of their numbers.
 */
export async function lockCauses(
  tx: Database,
  of: readonly { readonly rule: string; readonly cause: string }[],
): Promise<void> {
  const names = sql.param(of.map(({ rule, cause }) => `${rule} ${cause}`))
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('alerts ' || place, 0)) from (
    select distinct hashtext(name) & 1023 as place from unnest(${names}::text[]) as name order by place
  ) as places`)
}
