import type { StoreReader } from '@medikey/core'
import { asc, desc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { events } from '../schema/events.ts'
import { toEvent } from './toEvent.ts'

/** Reads of the contract's events. */
export function createEventReader(
  db: Database,
): Pick<StoreReader, 'listTransactionEvents' | 'listRecordEvents' | 'getLastEvent'> {
  return {
    async listTransactionEvents(txid) {
      const rows = await db.select().from(events).where(eq(events.txid, txid)).orderBy(asc(events.eventIndex))
      return rows.map(toEvent)
    },

    async listRecordEvents({ recordId, limit }) {
      const rows = await db
        .select()
        .from(events)
        .where(eq(events.recordId, recordId))
        .orderBy(desc(events.blockHeight), desc(events.seq))
        .limit(limit)
      return rows.map(toEvent)
    },

    async getLastEvent({ names }) {
      const [row] = await db
        .select()
        .from(events)
        .where(inArray(events.name, [...names]))
        .orderBy(desc(events.blockHeight), desc(events.seq))
        .limit(1)
      return row === undefined ? null : toEvent(row)
    },
  }
}
