import { sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'

/** Lets one unit at a time open or move the alert of a rule and cause, until its transaction ends. */
export async function lockCause(
  tx: Database,
  { rule, cause }: { readonly rule: string; readonly cause: string },
): Promise<void> {
  const name = `alert ${rule} ${cause}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}
