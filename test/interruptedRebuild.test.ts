import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContractClient } from '@medikey/contract-client'
import { advanceAlerts, bindChain, followOnce, lookOnce, type Store } from '@medikey/core'
import { createClinic } from '@medikey/core/testing'
import { openStore } from '@medikey/store'
import { expect, onTestFinished, test } from 'vitest'
import { stringify } from 'yaml'
import { baseEnvironment } from './harness/baseEnvironment.ts'
import { createCleanup } from './harness/createCleanup.ts'
import { createTempDir } from './harness/createTempDir.ts'
import { medikeyMain } from './harness/medikeyMain.ts'
import { type Answer, createPageServer } from './harness/pages/createPageServer.ts'
import { contract } from './harness/pages/madeHistory.ts'
import { startProcess } from './harness/startProcess.ts'
import { waitUntil } from './harness/waitUntil.ts'

const WITHIN_MS = 60_000

/** MediKey is installed before the last of the events. */
const BEFORE = 1_000
const EVENTS = 1_200
/** Pages of events after which the chain is away: some of the history is stored then, and some is not. */
const PAGES = 12
/** Those that ask the store alone: the pages' server makes no calls of the contract. */
const MONITORS = [
  'access-volume',
  'record-archival',
  'unsanctioned-change',
  'maintenance-status',
  'grant-expiry',
] as const

async function setup() {
  const cleanup = createCleanup()
  onTestFinished(cleanup.run)
  const pages = await createPageServer({ events: BEFORE, cleanup })
  const directory = createTempDir({ cleanup })
  const path = join(directory, 'medikey.yaml')
  writeFileSync(path, stringify({ network: 'devnet', contract, identities: [] }))
  const ledger = createContractClient({ apiUrl: pages.url, network: 'devnet', contract, timeoutMs: 10_000 })
  const { deps: memory, clock } = createClinic()
  // The made history's blocks are of then.
  clock.set(new Date((1_790_000_000 + EVENTS * 5) * 1_000))
  const depsOf = (store: Store) => ({ ...memory, ledger, store, settings: { ...memory.settings, contract } })

  return {
    pages,
    memory: depsOf(memory.store),
    /** Does something with the store while no MediKey runs on it. */
    async open<T>(work: (deps: ReturnType<typeof depsOf>) => Promise<T>): Promise<T> {
      mkdirSync(directory, { recursive: true, mode: 0o700 })
      const { store, close } = await openStore({ dataDir: directory, databaseUrl: null })
      try {
        return await work(depsOf(store))
      } finally {
        await close()
      }
    },
    rebuild() {
      const running = startProcess({
        script: medikeyMain,
        args: ['rebuild', '--yes', '--json'],
        env: {
          ...baseEnvironment({ home: directory }),
          MEDIKEY_CONFIG: path,
          MEDIKEY_DATA_DIR: directory,
          STACKS_API_URL: pages.url,
        },
        cwd: directory,
      })
      cleanup.add(async () => {
        if (!running.hasExited()) running.kill('SIGKILL')
        await running.exited
      })
      return running
    },
  }
}

type Deps = Awaited<ReturnType<typeof setup>>['memory']

async function lookAll(deps: Deps): Promise<void> {
  for (const monitor of MONITORS) while ((await lookOnce(deps, { monitor })).isFull);
  await advanceAlerts(deps)
}

/** Everything that was told, and how often. */
async function readTold({ store }: Pick<Deps, 'store'>) {
  const alerts = await store.listAlerts({ limit: 1_000 })
  const findings = await Promise.all(alerts.map(({ id }) => store.listAlertFindings({ alertId: id })))
  return { alerts, findings, posts: await store.summarizePosts({ failedSince: new Date(0) }) }
}

async function readProjection({ store }: Pick<Deps, 'store'>) {
  const records = await store.listRecords({ offset: 0, limit: 100 })
  return {
    checkpoint: await store.getCheckpoint(),
    events: await store.listChanges({ after: null, limit: 10_000 }),
    failedCalls: await store.listFailedCalls({ after: null, limit: 100 }),
    records,
    privileges: await store.listPrivilegesOf({ recordIds: records.map(({ recordId }) => recordId) }),
    draws: await store.listDailyVolumes({ from: new Date(0), to: new Date('2100-01-01') }),
  }
}

test('a rebuild that is killed, and one that the chain goes away under, end where a fresh reading ends, and tell nothing again', async () => {
  const { pages, memory, open, rebuild } = await setup()
  const told = await open(async (deps) => {
    await bindChain(deps)
    pages.setLength(EVENTS)
    await followOnce(deps)
    await lookAll(deps)
    return readTold(deps)
  })
  expect(told.alerts.length).toBeGreaterThan(0)

  let asked = 0
  const leaveAfter = (then: () => Promise<Answer> | Answer) => {
    asked = 0
    pages.disturb(({ path }) => {
      if (path.endsWith('/logs')) asked += 1
      return asked <= PAGES ? undefined : then()
    })
  }
  leaveAfter(() => new Promise<never>(() => {}))
  const killed = rebuild()
  await waitUntil({
    what: 'a batch',
    withinMs: WITHIN_MS,
    look: () => /\d+ events/.exec(killed.stderr()),
  })
  killed.kill('SIGKILL')
  await killed.exited
  pages.disturb(null)
  await open(async (deps) => {
    const left = await deps.store.countEvents()
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(EVENTS)
    await lookAll(deps)
    expect(await readTold(deps)).toEqual(told)
  })

  leaveAfter(() => ({ status: 502, body: 'Bad gateway' }))
  const left = rebuild()
  expect(await left.exited).toMatchObject({ code: 1 })
  expect(left.stderr()).toContain('The blockchain cannot be reached')
  pages.disturb(null)

  const done = rebuild()
  expect(await done.exited).toMatchObject({ code: 0 })
  expect(JSON.parse(done.stdout())).toMatchObject({ events: EVENTS })
  await followOnce(memory)
  const fresh = await readProjection(memory)
  await open(async (deps) => {
    expect(await readProjection(deps)).toEqual(fresh)
    await lookAll(deps)
    expect(await readTold(deps)).toEqual(told)
  })
}, 120_000)
