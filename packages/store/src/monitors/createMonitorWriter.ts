import type { MonitorWriter } from '@medikey/core'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { monitorStates } from '../schema/monitorStates.ts'
import { createMonitorReader } from './createMonitorReader.ts'

/** Writes of what the monitors remember. */
export function createMonitorWriter(tx: Database): MonitorWriter {
  return {
    async lockMonitorStates() {
      // A row may not be there yet, so rows cannot be what is locked.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('monitor-states', 0))`)
      return createMonitorReader(tx).listMonitorStates()
    },

    async putMonitorState({ monitor, cursor, failedCallCursor, lookedAt, settings, looks }) {
      const state = { cursor, failedCallCursor, lookedAt, settings, looks }
      const moved = await tx
        .update(monitorStates)
        .set(state)
        .where(and(eq(monitorStates.monitor, monitor), eq(monitorStates.looks, looks - 1)))
        .returning({ looks: monitorStates.looks })
      if (moved.length > 0 || looks !== 1) return moved.length > 0
      const begun = await tx
        .insert(monitorStates)
        .values({ monitor, ...state })
        .onConflictDoNothing()
        .returning({ looks: monitorStates.looks })
      return begun.length > 0
    },

    async noteRun({ monitor, ...run }) {
      // The name keeps the statement whole when nothing is noted.
      await tx
        .insert(monitorStates)
        .values({ monitor, ...run })
        .onConflictDoUpdate({ target: monitorStates.monitor, set: { monitor, ...run } })
    },
  }
}
