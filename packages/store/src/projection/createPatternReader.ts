import type { PatternReader } from '@medikey/core'
import { and, asc, desc, eq, gt, gte, lt, lte, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { isAnyOf } from '../columns/isAnyOf.ts'
import type { Database } from '../connection/Connection.ts'
import { events } from '../schema/events.ts'
import { failedCalls } from '../schema/failedCalls.ts'
import { records } from '../schema/records.ts'
import { toEvent } from './toEvent.ts'

/** Reads that tell the usual from the unusual. */
export function createPatternReader(db: Database): PatternReader {
  return {
    async listSenderFailedCalls({ sender, from, to }) {
      const { blockTime, seq } = failedCalls
      const rows = await db
        .select()
        .from(failedCalls)
        .where(and(eq(failedCalls.sender, sender), gte(blockTime, from), lt(blockTime, to)))
        .orderBy(asc(blockTime), asc(seq))
      return rows.map(({ seq: _, ...call }) => call)
    },

    async listArchivals({ physician, from, to, limit }) {
      const rows = await db
        .select({ at: events.blockTime })
        .from(events)
        .where(
          and(
            // As the index has them.
            sql`${events.name} = 'record-archived'`,
            sql`(${events.value}->>'physician') = ${physician}`,
            gte(events.blockTime, from),
            lt(events.blockTime, to),
          ),
        )
        .orderBy(desc(events.blockTime))
        .limit(limit)
      return rows.map(({ at }) => at).reverse()
    },

    async listRecordEventsThrough({ recordId, throughHeight, limit }) {
      const rows = await db
        .select()
        .from(events)
        .where(and(eq(events.recordId, recordId), lte(events.blockHeight, throughHeight)))
        .orderBy(desc(events.blockHeight), desc(events.seq))
        .limit(limit)
      return rows.map(toEvent)
    },

    async listUntouchedRecords({ after, until, beyond, limit }) {
      const later = alias(events, 'later')
      const isLast = notExists(
        db
          .select({ txid: later.txid })
          .from(later)
          .where(
            and(
              eq(later.recordId, events.recordId),
              sql`(${later.blockHeight}, ${later.seq}) > (${events.blockHeight}, ${events.seq})`,
            ),
          ),
      )
      const rows = await db
        .select({ record: records, lastEventAt: events.blockTime })
        .from(events)
        .innerJoin(records, eq(records.recordId, events.recordId))
        .where(
          and(
            lte(events.blockTime, until),
            after === null ? undefined : gt(events.blockTime, after),
            beyond === null
              ? undefined
              : or(
                  gt(events.blockTime, beyond.lastEventAt),
                  and(eq(events.blockTime, beyond.lastEventAt), gt(events.recordId, beyond.recordId)),
                ),
            eq(records.activeRecord, true),
            isLast,
          ),
        )
        .orderBy(asc(events.blockTime), asc(events.recordId))
        .limit(limit)
      return rows.map(({ record, lastEventAt }) => ({ ...record, lastEventAt }))
    },

    async findUntouchedRecords({ recordIds, until }) {
      if (recordIds.length === 0) return []
      const last = db
        .select({ blockTime: events.blockTime })
        .from(events)
        .where(eq(events.recordId, records.recordId))
        .orderBy(desc(events.blockHeight), desc(events.seq))
        .limit(1)
        .as('last')
      const rows = await db
        .select({ record: records, lastEventAt: last.blockTime })
        .from(records)
        .innerJoinLateral(last, sql`true`)
        .where(
          and(
            isAnyOf(records.recordId, recordIds),
            eq(records.activeRecord, true),
            lte(last.blockTime, until),
          ),
        )
        .orderBy(asc(records.recordId))
      return rows.map(({ record, lastEventAt }) => ({ ...record, lastEventAt }))
    },
  }
}
