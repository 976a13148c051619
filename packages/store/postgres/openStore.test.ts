import { sampleRequest } from '@medikey/core/testing'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { openStore, StoreUnavailableError } from '../src/index.ts'
import { createTestDatabase } from '../testing/createTestDatabase.ts'
import { useTestDatabase } from '../testing/useTestDatabase.ts'

const databaseUrl = useTestDatabase()
const serverUrl = process.env.TEST_DATABASE_URL ?? ''

async function query(statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

test('several processes that start at once on an empty database all come up, each migration run once', async () => {
  for (let round = 0; round < 3; round++) {
    const { databaseUrl: empty, drop } = await createTestDatabase({ serverUrl })
    const opened = await Promise.all([1, 2, 3, 4].map(() => openStore({ databaseUrl: empty, dataDir: null })))
    const request = sampleRequest()
    await opened[0]?.store.transaction((unit) => unit.insertRequest(request))
    expect(await opened[3]?.store.getRequest(request.id)).toEqual(request)
    const client = new pg.Client({ connectionString: empty })
    await client.connect()
    const { rows } = await client.query(
      'select count(*)::int as total, count(distinct hash)::int as different from drizzle.__drizzle_migrations',
    )
    await client.end()
    expect(rows[0].total).toBe(rows[0].different)
    await Promise.all(opened.map(({ close }) => close()))
    await drop()
  }
}, 30_000)

test('goes on after the server closed every connection', async () => {
  const warn = vi.fn()
  const { store, queue, ping, close } = await openStore({
    databaseUrl: databaseUrl(),
    dataDir: null,
    logger: { warn, error: vi.fn() },
  })
  const done: string[] = []
  await queue.work('execute', async ({ transactionId }) => void done.push(transactionId))
  await query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await vi.waitFor(() => ping(), { timeout: 10_000 })
  await store.transaction((unit) => unit.enqueue({ name: 'execute', transactionId: 't1' }))
  await vi.waitFor(() => expect(done).toEqual(['t1']), { timeout: 10_000 })
  await close()
}, 30_000)

test('a unit of work whose session is lost fails as something to retry, and leaves nothing', async () => {
  const { store, close } = await openStore({ databaseUrl: databaseUrl(), dataDir: null })
  const request = sampleRequest({ recordId: 991n })
  const lost = store.transaction(async (unit) => {
    await unit.insertRequest(request)
    await query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
    )
    await unit.getRequest(request.id)
  })
  await expect(lost).rejects.toBeInstanceOf(StoreUnavailableError)
  await expect(lost).rejects.toMatchObject({ retryable: true })
  expect(await store.getRequest(request.id)).toBeNull()
  await Promise.all(
    Array.from({ length: 20 }, () => store.transaction((unit) => unit.getRequest(request.id))),
  )
  await close()
})

test('refuses a login with one sentence that names the server and no password', async () => {
  const url = new URL(databaseUrl())
  url.pathname = '/no_such_database'
  url.password = 'hunter2'
  const opening = openStore({ databaseUrl: url.toString(), dataDir: null })
  await expect(opening).rejects.toBeInstanceOf(StoreUnavailableError)
  const error: Error = await opening.catch((thrown) => thrown)
  expect(error.message).toContain(`no_such_database at ${url.host}`)
  expect(error.message).toContain('DATABASE_URL')
  expect(error.message).not.toContain('hunter2')
  expect(error.message).not.toContain('\n')
})
