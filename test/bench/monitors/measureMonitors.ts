import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type Deps, lookOnce, monitors, type ScheduledMonitor } from '@medikey/core'
import { createClinic } from '@medikey/core/testing'
import { openStore } from '@medikey/store'
import { type Cleanup, createCleanup } from '../../harness/createCleanup.ts'
import { createTempDir } from '../../harness/createTempDir.ts'
import { describeMachine } from '../describeMachine.ts'
import type { Report } from '../Report.ts'
import { readVersions } from '../readVersions.ts'
import { toFigure } from '../toFigure.ts'
import { CHANGES, fillClinic } from './fillClinic.ts'

const FEW = 1_000
const MANY = 1_000_000
const QUICK_MANY = 10_000
const SAMPLES = 21
const QUICK_SAMPLES = 3
const WARM_UP = 2
const SINCE_MS = 300_000
const AIM = 2

type Look = (monitor: ScheduledMonitor) => Promise<number>

/**
 * Measures what a run of each monitor costs over many records beside the same over few: the last look was five minutes
 * ago, and 20 draws came since. The store is the embedded one, filled by its tables, and never analysed, as it is where
 * people run it; the chain is empty and answers at once. What a run
 * reports is taken in with it.
 */
export async function measureMonitors(options: { quick: boolean }): Promise<Report> {
  const machine = describeMachine()
  const size = options.quick ? QUICK_MANY : MANY
  const count = options.quick ? QUICK_SAMPLES : SAMPLES
  const cleanup = createCleanup()
  try {
    const now = new Date()
    const few = await openClinic({ records: FEW, now, cleanup })
    const many = await openClinic({ records: size, now, cleanup })
    const figures = []
    for (const monitor of Object.keys(monitors) as ScheduledMonitor[]) {
      const [samples, referenceSamples]: [number[], number[]] = [[], []]
      for (let index = -WARM_UP; index < count; index += 1) {
        const [reference, value] = [await few(monitor), await many(monitor)]
        if (index < 0) continue
        referenceSamples.push(reference)
        samples.push(value)
      }
      const isSample = monitor === 'reconcile'
      const figure = toFigure({
        name: `a run of ${monitor}, of ${size} records`,
        unit: 'ms',
        reference: `the same of ${FEW} records`,
        aim: isSample ? 'grows by design: it compares the records’ share of the day' : `at most ${AIM} times`,
        samples,
        referenceSamples,
        isMet: (value, reference) => isSample || value <= AIM * reference,
      })
      figures.push(figure)
    }
    return { name: 'monitors', machine, versions: readVersions(['medikey']), figures }
  } finally {
    await cleanup.run()
  }
}

/** A clinic with so many records, and what lets a monitor look at it and says how many milliseconds that took. */
async function openClinic(options: { records: number; now: Date; cleanup: Cleanup }): Promise<Look> {
  const { records, now, cleanup } = options
  const dataDir = createTempDir({ cleanup })
  // Its schema is the store's to make; it cannot be filled through the store's door.
  await (await openStore({ databaseUrl: null, dataDir })).close()
  const client = await PGlite.create(join(dataDir, 'store'))
  await fillClinic(client, { records, now })
  await client.close()
  const { store, close } = await openStore({ databaseUrl: null, dataDir })
  cleanup.add(close)
  const since = new Date(now.getTime() - SINCE_MS)
  let time = since
  const deps: Deps = { ...createClinic().deps, store, clock: { now: () => time } }
  const [newest] = await store.listRecordEvents({ recordId: BigInt(records), limit: 1 })
  if (newest === undefined) throw new Error('The store was not filled.')
  const { blockHeight, txid, eventIndex } = newest
  const cursor = { blockHeight, txid, eventIndex }
  const changes = await store.listChanges({ after: cursor, limit: CHANGES + 1 })
  if (changes.length !== CHANGES) throw new Error(`${changes.length} changes came.`)
  // What is read up to there is judged; a projection that is being built is not.
  const { blockHeight: readTo, blockHash } = changes.at(-1) ?? newest
  await store.transaction((unit) =>
    unit.setCheckpoint({ blockHeight: readTo, blockHash, event: null, calls: null }),
  )
  return async (monitor) => {
    time = since
    // The first look of all notes with which settings it was made; later ones begin where it is told.
    if ((await store.getMonitorState(monitor)) === null) await lookOnce(deps, { monitor })
    const state = await store.getMonitorState(monitor)
    if (state === null) throw new Error('The look was not noted.')
    const { failedCallCursor, settings, looks } = state
    const next = { monitor, cursor, failedCallCursor, lookedAt: since, settings, looks: looks + 1 }
    if (!(await store.transaction((unit) => unit.putMonitorState(next))))
      throw new Error('The look was overtaken.')
    time = now
    const startedAt = performance.now()
    await lookOnce(deps, { monitor })
    return performance.now() - startedAt
  }
}
