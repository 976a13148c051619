import type { TickStore } from '@medikey/core'
import { lt } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { ticks } from '../schema/ticks.ts'

const KEPT_MS = 86_400_000

/** Hands each moment of the schedule to one process: the table's key decides who was first. */
export function createTickStore(db: Database): TickStore {
  return {
    async claimTick({ key, at }) {
      const claimed = await db
        .insert(ticks)
        .values({ key, at })
        .onConflictDoNothing()
        .returning({ key: ticks.key })
      if (claimed.length === 0) return false
      await db.delete(ticks).where(lt(ticks.at, new Date(at.getTime() - KEPT_MS)))
      return true
    },
  }
}
