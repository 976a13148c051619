import { sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'

/** Lets one unit at a time change the grants of a pair, until its transaction ends. */
export async function lockPair(
  tx: Database,
  { recordId, medicalStaff }: { readonly recordId: bigint; readonly medicalStaff: string },
): Promise<void> {
  const name = `pair ${recordId} ${medicalStaff}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}
