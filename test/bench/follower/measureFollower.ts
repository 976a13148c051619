import { createCleanup } from '../../harness/createCleanup.ts'
import { createTempDir } from '../../harness/createTempDir.ts'
import { describeMachine } from '../describeMachine.ts'
import { startWorker } from '../local-chain/startWorker.ts'
import type { Figure, Report } from '../Report.ts'
import { readVersions } from '../readVersions.ts'

const SIZES = [1_000, 100_000, 1_000_000]
const QUICK_SIZES = [1_000]

type Followed = {
  milliseconds: number
  events: number
  failedCalls: number
  records: number
  again: number
  idle: number
  steady: number
  most: number
}

/**
 * Measures how fast a history comes into the projection beside only fetching and parsing the same pages, and what memory
 * that takes. The pages come from a small server in a process of its own, the store is the embedded one in a directory
 * of its own, or the PostgreSQL server of TEST_DATABASE_URL, whose projection has to be empty.
 */
export async function measureFollower(options: { quick: boolean }): Promise<Report> {
  const machine = describeMachine()
  const figures: Figure[] = []
  for (const events of options.quick ? QUICK_SIZES : SIZES) figures.push(...(await measure(events)))
  return { name: 'follower', machine, versions: readVersions(['medikey']), figures }
}

async function measure(events: number): Promise<Figure[]> {
  const cleanup = createCleanup()
  try {
    const url = await startWorker(new URL('pageWorker.ts', import.meta.url), { cleanup }).ask<string>(
      'serve',
      { events },
    )
    const worker = new URL('followWorker.ts', import.meta.url)
    const fetching = await startWorker(worker, { cleanup }).ask<number>('fetch', { url })
    const followed = await startWorker(worker, { cleanup }).ask<Followed>('follow', {
      url,
      dataDir: createTempDir({ cleanup }),
      databaseUrl: process.env.TEST_DATABASE_URL ?? null,
    })
    if (followed.events !== events || followed.again !== 0)
      throw new Error(`Of ${events} events ${followed.events} were followed, and ${followed.again} again.`)
    return [toRate(events, { fetching, following: followed.milliseconds }), toMemory(events, followed)]
  } finally {
    await cleanup.run()
  }
}

function toRate(events: number, ms: { fetching: number; following: number }): Figure {
  const value = Math.round((events / ms.following) * 1_000)
  const referenceValue = Math.round((events / ms.fetching) * 1_000)
  const ratio = Number((value / referenceValue).toFixed(2))
  return {
    name: `events a second into the projection, of ${events}`,
    value,
    unit: '1/s',
    reference: 'only fetching and parsing the same pages',
    referenceValue,
    ratio,
    aim: 'at least half',
    met: ratio >= 0.5,
  }
}

function toMemory(events: number, { idle, steady, most }: Followed): Figure {
  return {
    name: `memory above the idle process, of ${events} (at most ${Math.round(most - idle)})`,
    value: Math.round(steady - idle),
    unit: 'MB',
    reference: 'the idle process',
    referenceValue: Math.round(idle),
    ratio: null,
    aim: 'steadily no more than 150 MB',
    met: steady - idle <= 150,
  }
}
