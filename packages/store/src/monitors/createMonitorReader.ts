import type { MonitorReader } from '@medikey/core'
import { asc, eq } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { monitorStates } from '../schema/monitorStates.ts'

/** Reads of what the monitors remember. */
export function createMonitorReader(db: Database): MonitorReader {
  return {
    async getMonitorState(monitor) {
      const [row] = await db.select().from(monitorStates).where(eq(monitorStates.monitor, monitor))
      return row ?? null
    },

    listMonitorStates: async () => await db.select().from(monitorStates).orderBy(asc(monitorStates.monitor)),
  }
}
