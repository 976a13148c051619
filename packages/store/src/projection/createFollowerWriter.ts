import type { EventProjection, FollowerWriter } from '@medikey/core'
import { desc, gt, sql } from 'drizzle-orm'
import { isAnyOf } from '../columns/isAnyOf.ts'
import type { Database } from '../connection/Connection.ts'
import { checkpoints } from '../schema/checkpoints.ts'
import { draws } from '../schema/draws.ts'
import { events } from '../schema/events.ts'
import { failedCalls } from '../schema/failedCalls.ts'
import { privileges } from '../schema/privileges.ts'
import { records } from '../schema/records.ts'
import { reorgs } from '../schema/reorgs.ts'
import { applyChanges } from './applyChanges.ts'
import { createFollowerReader } from './createFollowerReader.ts'
import { lowerCursors } from './lowerCursors.ts'
import { rowsOf } from './rowsOf.ts'
import { toEvent } from './toEvent.ts'

const EVENT_COLUMNS = {
  txid: 'text',
  event_index: 'integer',
  block_height: 'bigint',
  block_hash: 'text',
  block_time: 'timestamptz',
  name: 'text',
  record_id: 'numeric',
  value: 'text',
  raw_hex: 'text',
}

/** How the follower writes: a statement a batch and table, not one an event. */
export function createFollowerWriter(tx: Database): FollowerWriter {
  return {
    async lockCheckpoint() {
      // The row may not be there yet, so it cannot be what is locked.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('checkpoint', 0))`)
      return createFollowerReader(tx).getCheckpoint()
    },

    async setCheckpoint({ blockHeight, blockHash, event, calls }) {
      const row = {
        blockHeight,
        blockHash,
        txid: event?.txid ?? null,
        eventIndex: event?.eventIndex ?? null,
        eventCursor: event?.cursor ?? null,
        callHeight: calls?.height ?? null,
        callCursor: calls?.cursor ?? null,
      }
      await tx.insert(checkpoints).values(row).onConflictDoUpdate({ target: checkpoints.only, set: row })
    },

    async insertEvents(batch) {
      if (batch.length === 0) return []
      const inserted = await tx
        .insert(events)
        .select(
          // Every column in the order of the table, of rows in the order of the batch: that is the order of `seq`.
          // The sequence's name is asked for once: a row that asked for it again would cost more than it does itself.
          sql`select txid, event_index, nextval((select pg_get_serial_sequence('events', 'seq')::regclass)),
              block_height, block_hash, block_time, name, record_id, value::json, raw_hex
            from (select * from ${rowsOf({ rows: batch.map(toRow), columns: EVENT_COLUMNS })} order by ordinality) as x`,
        )
        .onConflictDoNothing({ target: [events.txid, events.eventIndex] })
        .returning({ txid: events.txid, eventIndex: events.eventIndex })
      const keys = new Set(inserted.map(({ txid, eventIndex }) => `${txid}/${eventIndex}`))
      return batch.filter(({ txid, eventIndex }) => keys.delete(`${txid}/${eventIndex}`))
    },

    async insertFailedCalls(calls) {
      if (calls.length === 0) return 0
      const inserted = await tx
        .insert(failedCalls)
        .values([...calls])
        .onConflictDoNothing()
        .returning({ txid: failedCalls.txid })
      return inserted.length
    },

    applyChanges: (changes) => applyChanges(tx, changes),

    async forgetRecords(recordIds) {
      if (recordIds.length === 0) return
      for (const table of [records, privileges]) {
        await tx.delete(table).where(isAnyOf(table.recordId, recordIds))
      }
    },

    async listDecisiveEvents(recordIds) {
      if (recordIds.length === 0) return []
      // Draws are of one kind, grants and revokes of another: the newest of each kind decides.
      const kind = sql`case ${events.name} when 'medical-access-revoked' then 'medical-access-granted' else ${events.name} end`
      const staff = sql`coalesce(${events.value}->>'medicalStaff', ${events.value}->>'accessor', '')`
      const rows = await tx
        .selectDistinctOn([events.recordId, kind, staff])
        .from(events)
        .where(isAnyOf(events.recordId, recordIds))
        .orderBy(events.recordId, kind, staff, desc(events.blockHeight), desc(events.seq))
      return rows.sort((a, b) => a.blockHeight - b.blockHeight || a.seq - b.seq).map(toEvent)
    },

    async forgetAbove(height) {
      const gone = await tx.delete(events).where(gt(events.blockHeight, height)).returning()
      const calls = await tx.delete(failedCalls).where(gt(failedCalls.blockHeight, height)).returning()
      await lowerCursors(tx, { to: height })
      return {
        events: gone.sort((a, b) => a.seq - b.seq).map(toEvent),
        failedCalls: calls.sort((a, b) => a.seq - b.seq).map(({ seq: _, ...call }) => call),
      }
    },

    async insertReorg(reorg) {
      await tx.insert(reorgs).values(reorg)
    },

    async getNewestEvent() {
      const [row] = await tx
        .select()
        .from(events)
        .orderBy(desc(events.blockHeight), desc(events.seq))
        .limit(1)
      return row === undefined ? null : toEvent(row)
    },

    async clearProjection() {
      for (const table of [events, failedCalls, draws, records, privileges, checkpoints])
        await tx.delete(table)
    },
  }
}

function toRow(event: EventProjection) {
  const { value } = event
  return {
    txid: event.txid,
    event_index: event.eventIndex,
    block_height: event.blockHeight,
    block_hash: event.blockHash,
    block_time: event.blockTime,
    name: value?.event ?? null,
    record_id: value !== null && 'recordId' in value ? value.recordId : null,
    value: value === null ? null : events.value.mapToDriverValue(value),
    raw_hex: event.rawHex,
  }
}
