import type { Lane } from '@medikey/core'
import { sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'

/**
 * Lets one claim at a time look at the lane, until its transaction ends. Locking the rows would not do: a card that is
 * touched between two looks is a row that only the second one sees.
 */
export async function lockLane(tx: Database, { subject, platform }: Lane): Promise<void> {
  const [[kind, id] = []] = Object.entries(subject)
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`lane ${platform} ${kind} ${id}`}, 0))`,
  )
}
