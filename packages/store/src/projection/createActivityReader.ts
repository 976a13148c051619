import type { ActivityReader, ChangeCursor } from '@medikey/core'
import { and, asc, eq, gt, gte, lt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { draws } from '../schema/draws.ts'
import { events } from '../schema/events.ts'
import { failedCalls } from '../schema/failedCalls.ts'
import { toEvent } from './toEvent.ts'

/** Reads of what monitors look at: what came, and how much was drawn when. */
export function createActivityReader(db: Database): ActivityReader {
  /** What came after the cursor: by its row's place in the order of arrival, or by its block where there is no such row. */
  const isAfter = async (
    table: typeof events | typeof failedCalls,
    cursor: ChangeCursor | null,
    isRow: SQL | undefined,
  ): Promise<SQL | undefined> => {
    if (cursor === null) return undefined
    const [row] = await db.select({ seq: table.seq }).from(table).where(isRow)
    return row === undefined ? gt(table.blockHeight, cursor.blockHeight) : gt(table.seq, row.seq)
  }

  return {
    async listChanges({ after, limit }) {
      const isRow = and(eq(events.txid, after?.txid ?? ''), eq(events.eventIndex, after?.eventIndex ?? 0))
      const rows = await db
        .select()
        .from(events)
        .where(await isAfter(events, after, isRow))
        .orderBy(asc(events.seq))
        .limit(limit)
      return rows.map(toEvent)
    },

    async listFailedCalls({ after, limit }) {
      const rows = await db
        .select()
        .from(failedCalls)
        .where(await isAfter(failedCalls, after, eq(failedCalls.txid, after?.txid ?? '')))
        .orderBy(asc(failedCalls.seq))
        .limit(limit)
      return rows.map(({ seq, ...call }) => call)
    },

    listDraws: async ({ principal, from, to }) =>
      await db
        .select()
        .from(draws)
        .where(and(eq(draws.principal, principal), gte(draws.hour, from), lt(draws.hour, to)))
        .orderBy(asc(draws.hour), asc(draws.asPhysician)),

    async listDailyVolumes({ from, to }) {
      const day = sql`date_trunc('day', ${draws.hour}, 'UTC')`.mapWith(draws.hour)
      const total = sql`sum(${draws.draws})`.mapWith(Number)
      const volume = sql`sum(${draws.volume})`.mapWith(draws.volume)
      return await db
        .select({
          principal: draws.principal,
          day: day.as('day'),
          asPhysician: draws.asPhysician,
          draws: total,
          volume,
        })
        .from(draws)
        .where(and(gte(draws.hour, from), lt(draws.hour, to)))
        .groupBy(draws.principal, sql`2`, draws.asPhysician)
        .orderBy(sql`2`, asc(draws.principal), asc(draws.asPhysician))
    },
  }
}
