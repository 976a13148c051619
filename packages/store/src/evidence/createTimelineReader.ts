import { foldedActions, type StoreReader } from '@medikey/core'
import { and, count, desc, eq, notExists, notInArray, or, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Database } from '../connection/Connection.ts'
import { toEvent } from '../projection/toEvent.ts'
import { auditEntries } from '../schema/auditEntries.ts'
import { events } from '../schema/events.ts'
import { requests } from '../schema/requests.ts'
import { transactions } from '../schema/transactions.ts'
import { toEntry } from './toEntry.ts'

/** Reads of what happened to a record. */
export function createTimelineReader(db: Database): Pick<StoreReader, 'listTimeline' | 'countTimeline'> {
  /** Where the lines stand that tell of the record: an event by its place on chain, an audit entry by its number. */
  function selectPlaces(recordId: bigint) {
    const causes = db
      .select({ requestId: transactions.requestId })
      .from(transactions)
      .innerJoin(events, eq(events.txid, transactions.txid))
      .where(eq(events.recordId, recordId))
    const onChain = db
      .select({ txid: events.txid })
      .from(events)
      .where(eq(events.txid, sql`${auditEntries.detail} ->> 'txid'`))
    return unionAll(
      db
        .select({
          at: sql<Date>`greatest(${events.blockTime}, ${transactions.signedAt})`.as('told_at'),
          isEvent: sql<boolean>`true`.as('is_event'),
          seq: events.seq,
          txid: sql<string | null>`${events.txid}`.as('event_txid'),
          eventIndex: sql<number | null>`${events.eventIndex}`.as('event_place'),
        })
        .from(events)
        .leftJoin(transactions, eq(transactions.txid, events.txid))
        .where(eq(events.recordId, recordId)),
      db
        .select({
          at: sql<Date>`${auditEntries.at}`.as('told_at'),
          isEvent: sql<boolean>`false`.as('is_event'),
          seq: auditEntries.seq,
          txid: sql<string | null>`null`.as('event_txid'),
          eventIndex: sql<number | null>`null`.as('event_place'),
        })
        .from(auditEntries)
        .where(
          and(
            // The request that created the record knew no number yet. An array, so that each half has its index.
            or(eq(auditEntries.recordId, recordId), sql`${auditEntries.requestId} = any(array(${causes}))`),
            or(notInArray(auditEntries.action, [...foldedActions]), notExists(onChain)),
          ),
        ),
    )
  }

  return {
    async listTimeline({ recordId, offset, limit }) {
      // Of one instant what came last, and the chain's word after what led to it.
      const newestFirst = ['told_at', 'is_event', 'seq'].map((column) => desc(sql.identifier(column)))
      const page = selectPlaces(recordId)
        .orderBy(...newestFirst)
        .offset(offset)
        .limit(limit)
        .as('page')
      const rows = await db
        .select({
          event: events,
          requestId: transactions.requestId,
          reason: requests.reason,
          status: transactions.status,
          entry: auditEntries,
        })
        .from(page)
        .leftJoin(events, and(eq(events.txid, page.txid), eq(events.eventIndex, page.eventIndex)))
        .leftJoin(transactions, eq(transactions.txid, page.txid))
        .leftJoin(requests, eq(requests.id, transactions.requestId))
        .leftJoin(auditEntries, and(eq(page.isEvent, false), eq(auditEntries.seq, page.seq)))
        .orderBy(desc(page.at), desc(page.isEvent), desc(page.seq))
      return rows.flatMap(({ event, entry, requestId, reason, status }) => {
        if (event !== null)
          return { kind: 'event', event: toEvent(event), requestId, reason, isFinal: status === 'final' }
        return entry === null ? [] : { kind: 'audit', entry: toEntry(entry) }
      })
    },

    async countTimeline({ recordId }) {
      const [row] = await db.select({ total: count() }).from(selectPlaces(recordId).as('places'))
      return row?.total ?? 0
    },
  }
}
