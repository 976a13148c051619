import type { DrawHour } from '@medikey/core'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '../connection/Connection.ts'
import { draws } from '../schema/draws.ts'
import { rowsOf } from './rowsOf.ts'

const DRAW = {
  principal: 'text',
  hour: 'timestamptz',
  asPhysician: 'boolean',
  draws: 'bigint',
  volume: 'numeric',
}

/** Adds to the sums of draws; a row that comes to none goes. */
export async function addDraws(tx: Database, hours: readonly DrawHour[]): Promise<void> {
  if (hours.length === 0) return
  await tx.execute(sql`insert into draws (principal, hour, as_physician, draws, volume)
    select principal, hour, "asPhysician", draws, volume from ${rowsOf({ rows: hours, columns: DRAW })}
    on conflict (principal, hour, as_physician) do update set
      draws = draws.draws + excluded.draws, volume = draws.volume + excluded.volume`)
  if (hours.some((hour) => hour.draws < 0)) await tx.delete(draws).where(eq(draws.draws, 0))
}
