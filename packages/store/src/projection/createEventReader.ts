import type { StoreReader } from '@medikey/core'
import { and, asc, desc, eq, gt, inArray, notExists, sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { alertFindings } from '../schema/alertFindings.ts'
import { events } from '../schema/events.ts'
import { transactions } from '../schema/transactions.ts'
import { toEvent } from './toEvent.ts'

/** Reads of the contract's events. */
export function createEventReader(
  db: Database,
): Pick<StoreReader, 'listTransactionEvents' | 'listRecordEvents' | 'getLastEvent' | 'listEvents'> {
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

    async listEvents({ names, aboveHeight, foreignOnly, withoutAlertOf, limit }) {
      const ours = db
        .select({ id: transactions.id })
        .from(transactions)
        .where(eq(transactions.txid, events.txid))
      const fingerprint = sql`${withoutAlertOf}::text || ':' || ${events.txid} || ':' || ${events.eventIndex}`
      const told = db
        .select({ seq: alertFindings.seq })
        .from(alertFindings)
        .where(eq(alertFindings.fingerprint, fingerprint))
      const rows = await db
        .select()
        .from(events)
        .where(
          and(
            inArray(events.name, [...names]),
            gt(events.blockHeight, aboveHeight),
            foreignOnly ? notExists(ours) : undefined,
            notExists(told),
          ),
        )
        .orderBy(asc(events.blockHeight), asc(events.seq))
        .limit(limit)
      return rows.map(toEvent)
    },
  }
}
