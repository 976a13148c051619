import { setTimeout as pause } from 'node:timers/promises'
import { createTestDatabase } from '@medikey/store/testing'
import pg from 'pg'
import { startWorker } from '../bench/local-chain/startWorker.ts'
import type { Cleanup } from '../harness/createCleanup.ts'
import { waitUntil } from '../harness/waitUntil.ts'
import { type Ran, type TickTally, tallyTicks } from './tallyTicks.ts'

/** Longer than it takes to run a tick, shorter than to the next. */
const BETWEEN_TICKS_MS = 500

/**
 * Has two processes on one database of their own run a job every second, and says how its ticks were run.
 *
 * @param options.serverUrl a PostgreSQL server for tests
 * @param options.ticks how many are waited for
 * @param options.killAfter after how many ticks one process is killed; never unless told
 */
export async function runTicks(options: {
  serverUrl: string
  ticks: number
  killAfter?: number
  cleanup: Cleanup
}): Promise<TickTally> {
  const { serverUrl, ticks, killAfter, cleanup } = options
  const { databaseUrl, drop } = await createTestDatabase({ serverUrl })
  cleanup.add(drop)
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  cleanup.add(() => database.end())
  await database.query('create table ran (tick timestamptz not null, process text not null)')
  const script = new URL('tickWorker.ts', import.meta.url)
  const [one, other] = [startWorker(script, { cleanup }), startWorker(script, { cleanup })]
  await Promise.all([
    one.ask('start', { databaseUrl, name: 'one' }),
    other.ask('start', { databaseUrl, name: 'other' }),
  ])

  const read = async () => (await database.query<Ran>('select tick, process from ran order by tick')).rows
  const seen = async (count: number) => {
    const ran = await read()
    const [first, last] = [ran.at(0)?.tick, ran.at(-1)?.tick]
    if (first === undefined || last === undefined) return null
    return last.getTime() - first.getTime() >= (count - 1) * 1_000 ? last : null
  }
  const wait = (count: number) =>
    waitUntil({
      what: `tick ${count}`,
      withinMs: (count + 60) * 1_000,
      everyMs: 200,
      look: () => seen(count),
    })
  if (killAfter !== undefined) {
    const last = await wait(killAfter)
    // A tick that a process took and did not run before it was killed is lost: not what is looked at here.
    await pause(Math.max(0, last.getTime() + BETWEEN_TICKS_MS - Date.now()))
    await one.end()
  }
  const until = await wait(ticks)
  await Promise.all((killAfter === undefined ? [one, other] : [other]).map((each) => each.ask('stop')))
  return tallyTicks({ ran: await read(), until })
}
