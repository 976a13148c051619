import type { ChangeCursor } from '@medikey/core'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { monitorStates } from '../schema/monitorStates.ts'

/**
 * Brings monitors back that judged blocks above the height: what the other fork holds there is new to them. `looks` rises
 * for each of them, because one that looks right now would save where it stood before.
 */
export async function lowerCursors(tx: Database, { to }: { to: number }): Promise<void> {
  const lower = (cursor: ChangeCursor | null): ChangeCursor | null =>
    cursor === null || cursor.blockHeight <= to ? cursor : { blockHeight: to, txid: '', eventIndex: 0 }
  const states = await tx.select().from(monitorStates).for('update')
  for (const { monitor, cursor, failedCallCursor } of states) {
    const lowered = {
      cursor: lower(cursor),
      failedCallCursor: lower(failedCallCursor),
      looks: sql`${monitorStates.looks} + 1`,
    }
    await tx.update(monitorStates).set(lowered).where(eq(monitorStates.monitor, monitor))
  }
}
