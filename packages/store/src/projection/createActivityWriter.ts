import type { ActivityWriter } from '@medikey/core'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { draws } from '../schema/draws.ts'
import { failedCalls } from '../schema/failedCalls.ts'

/** Writes of what the follower keeps beside the events. */
export function createActivityWriter(tx: Database): ActivityWriter {
  return {
    async addDraws(hours) {
      if (hours.length === 0) return
      await tx
        .insert(draws)
        .values([...hours])
        .onConflictDoUpdate({
          target: [draws.principal, draws.hour, draws.asPhysician],
          set: {
            draws: sql`${draws.draws} + excluded.draws`,
            volume: sql`${draws.volume} + excluded.volume`,
          },
        })
      if (hours.some((hour) => hour.draws < 0)) await tx.delete(draws).where(eq(draws.draws, 0))
    },

    async insertFailedCalls(calls) {
      if (calls.length === 0) return
      await tx
        .insert(failedCalls)
        .values([...calls])
        .onConflictDoNothing()
    },
  }
}
