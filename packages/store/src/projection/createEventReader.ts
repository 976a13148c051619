import type { StoreReader } from '@medikey/core'
import { asc, desc, eq, sql } from 'drizzle-orm'
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
      if (names.length === 0) return null
      // Each name's last by the index: asked for all names in one, all events are read where none of them is there.
      const lastOf = (name: string) =>
        db
          .select({ seq: events.seq })
          .from(events)
          .where(eq(events.name, name))
          .orderBy(desc(events.blockHeight), desc(events.seq))
          .limit(1)
      const [row] = await db
        .select()
        .from(events)
        .where(sql`${events.seq} in (${sql.join(names.map(lastOf), sql`, `)})`)
        .orderBy(desc(events.blockHeight), desc(events.seq))
        .limit(1)
      return row === undefined ? null : toEvent(row)
    },
  }
}
