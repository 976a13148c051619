import { createTestDatabase } from '@medikey/store/testing'
import { createCleanup } from '../../harness/createCleanup.ts'
import { createTempDir } from '../../harness/createTempDir.ts'
import { describeMachine } from '../describeMachine.ts'
import { startWorker } from '../local-chain/startWorker.ts'
import type { Figure, Report } from '../Report.ts'
import { readVersions } from '../readVersions.ts'
import { toFigure } from '../toFigure.ts'

/** Events of a history, and how often it is followed. */
const SIZES = [
  { events: 1_000, runs: 9 },
  { events: 100_000, runs: 3 },
  { events: 1_000_000, runs: 1 },
]
const QUICK_SIZES = [{ events: 1_000, runs: 1 }]

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
 * that takes. The pages come from a small server in a process of its own. The store is the embedded one in a directory
 * of its own, and then a database of its own on the PostgreSQL server of TEST_DATABASE_URL, where that is set.
 *
 * @param options.sizes other histories than these
 */
export async function measureFollower(options: {
  quick: boolean
  sizes?: readonly { events: number; runs: number }[]
}): Promise<Report> {
  const machine = describeMachine()
  const figures: Figure[] = []
  const servers = process.env.TEST_DATABASE_URL ? [null, process.env.TEST_DATABASE_URL] : [null]
  for (const size of options.sizes ?? (options.quick ? QUICK_SIZES : SIZES)) {
    for (const serverUrl of servers) figures.push(...(await measure({ ...size, serverUrl })))
  }
  return { name: 'follower', machine, versions: readVersions(['medikey']), figures }
}

/** The two take turns, so that what else the machine does slows both. */
async function measure(options: {
  events: number
  runs: number
  serverUrl: string | null
}): Promise<Figure[]> {
  const { events, runs, serverUrl } = options
  const cleanup = createCleanup()
  try {
    const pages = startWorker(new URL('pageWorker.ts', import.meta.url), { cleanup })
    const url = await pages.ask<string>('serve', { events })
    const fetching: number[] = []
    const followed: Followed[] = []
    for (let run = 0; run < runs; run += 1) {
      fetching.push(await fetchOnly(url))
      followed.push(await follow({ url, events, serverUrl }))
    }
    const where = `of ${events}, ${serverUrl === null ? 'embedded' : 'PostgreSQL'}`
    return [toRate({ events, where, fetching, followed }), toMemory({ where, followed })]
  } finally {
    await cleanup.run()
  }
}

async function fetchOnly(url: string): Promise<number> {
  const cleanup = createCleanup()
  try {
    return await startFollowWorker(cleanup).ask<number>('fetch', { url })
  } finally {
    await cleanup.run()
  }
}

async function follow(options: { url: string; events: number; serverUrl: string | null }): Promise<Followed> {
  const { url, events, serverUrl } = options
  const cleanup = createCleanup()
  try {
    const database = serverUrl === null ? null : await createTestDatabase({ serverUrl })
    if (database !== null) cleanup.add(database.drop)
    const followed = await startFollowWorker(cleanup).ask<Followed>('follow', {
      url,
      dataDir: createTempDir({ cleanup }),
      databaseUrl: database?.databaseUrl ?? null,
    })
    if (followed.events !== events || followed.again !== 0)
      throw new Error(`Of ${events} events ${followed.events} were followed, and ${followed.again} again.`)
    return followed
  } finally {
    await cleanup.run()
  }
}

function startFollowWorker(cleanup: ReturnType<typeof createCleanup>) {
  return startWorker(new URL('followWorker.ts', import.meta.url), { cleanup })
}

function toRate(options: {
  events: number
  where: string
  fetching: readonly number[]
  followed: readonly Followed[]
}): Figure {
  const { events, where, fetching, followed } = options
  const toRate = (milliseconds: number) => (events / milliseconds) * 1_000
  return toFigure({
    name: `events a second into the projection, ${where}`,
    unit: '1/s',
    reference: 'only fetching and parsing the same pages',
    aim: 'at least half',
    samples: followed.map(({ milliseconds }) => toRate(milliseconds)),
    referenceSamples: fetching.map(toRate),
    isMet: (value, referenceValue) => value >= referenceValue / 2,
  })
}

function toMemory(options: { where: string; followed: readonly Followed[] }): Figure {
  const { where, followed } = options
  const most = Math.max(...followed.map(({ most, idle }) => most - idle))
  const { steady, idle } = followed.toSorted((a, b) => b.steady - b.idle - (a.steady - a.idle))[0] ?? {
    steady: 0,
    idle: 0,
  }
  return {
    name: `memory above the idle process, ${where} (at most ${Math.round(most)})`,
    value: Number((steady - idle).toFixed(1)),
    unit: 'MB',
    reference: 'the idle process',
    referenceValue: Math.round(idle),
    ratio: null,
    aim: 'steadily no more than 150 MB',
    met: steady - idle <= 150,
  }
}
