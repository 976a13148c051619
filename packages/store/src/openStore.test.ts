import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleMessage, sampleRequest } from '@medikey/core/testing'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { runInProcess } from '../testing/runInProcess.ts'
import { openStore, StoreUnavailableError } from './index.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'medikey-store-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

describe('the embedded store on disk', { timeout: 60_000 }, () => {
  test('finds its rows and jobs again when it is opened anew', async () => {
    const request = sampleRequest({ recordId: 2n ** 128n - 1n, reason: '“Night” 🩺' })
    const lane = { subject: { requestId: request.id }, platform: 'slack' } as const
    const before = await openStore({ databaseUrl: null, dataDir })
    await before.store.transaction(async (unit) => {
      await unit.insertRequest(request)
      await unit.addPosts([
        {
          id: 'p1',
          lane,
          kind: 'thread',
          recipient: null,
          message: sampleMessage(),
          at: request.createdAt,
        },
      ])
      await unit.enqueue({ name: 'deliver', lane })
    })
    await before.close()

    const after = await openStore({ databaseUrl: null, dataDir })
    expect(await after.store.getRequest(request.id)).toEqual(request)
    const lanes: unknown[] = []
    await after.queue.work('deliver', async (job) => void lanes.push(job.lane))
    await vi.waitFor(() => expect(lanes).toEqual([lane]), { timeout: 10_000 })
    await after.close()
  })

  test('has everything that was committed when its process was killed', async () => {
    const script = `
      import { openStore } from '../src/index.ts'
      import { sampleRequest } from '@medikey/core/testing'
      const { store } = await openStore({ databaseUrl: null, dataDir: process.argv[1] })
      for (let id = 0; id < 20; id++)
        await store.transaction(async (unit) => {
          await unit.insertRequest(sampleRequest({ id: 'r' + id, recordId: BigInt(id) }))
          await unit.enqueue({ name: 'execute', transactionId: 't' + id })
        })
      void store.transaction(async (unit) => {
        await unit.insertRequest(sampleRequest({ id: 'unfinished', recordId: 99n }))
        console.log('written')
        await new Promise(() => {})
      })
      setInterval(() => {}, 1_000)
    `
    const { line, kill } = await runInProcess({ script, args: [dataDir] })
    expect(line).toBe('written')
    await kill()

    const { store, queue, close } = await openStore({ databaseUrl: null, dataDir })
    expect(await store.findRequests({ limit: 100 })).toHaveLength(20)
    expect(await store.getRequest('unfinished')).toBeNull()
    const jobs: string[] = []
    await queue.work('execute', async ({ transactionId }) => void jobs.push(transactionId))
    await vi.waitFor(() => expect(jobs).toHaveLength(20), { timeout: 10_000 })
    await close()
  })

  test('says in one sentence that its directory cannot be used', async () => {
    await writeFile(join(dataDir, 'store'), 'a file where a folder should be')
    const opening = openStore({ databaseUrl: null, dataDir })
    await expect(opening).rejects.toBeInstanceOf(StoreUnavailableError)
    await expect(opening).rejects.toThrow(/embedded store in .*store\. Check that the directory/)
  })
})

describe('an open store', { timeout: 60_000 }, () => {
  test('in memory forgets everything', async () => {
    const first = await openStore({ databaseUrl: null, dataDir: null })
    await first.store.transaction((unit) => unit.insertRequest(sampleRequest()))
    await first.close()
    const second = await openStore({ databaseUrl: null, dataDir: null })
    expect(await second.store.findRequests({ limit: 1 })).toEqual([])
    await second.close()
  })

  test('answers pings until it is closed, and closes once', async () => {
    const { store, ping, close } = await openStore({ databaseUrl: null, dataDir: null })
    await ping()
    await Promise.all([close(), close()])
    await expect(ping()).rejects.toBeInstanceOf(StoreUnavailableError)
    await expect(store.getRequest('r1')).rejects.toBeInstanceOf(StoreUnavailableError)
  })

  test('waits for no timer when it stops with nothing left to do', async () => {
    const { queue, close } = await openStore({ databaseUrl: null, dataDir: null })
    // Nobody turns this clock, so neither a worker's pause nor the time limit of the stop ever ends.
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    for (const name of ['execute', 'deliver', 'end-grant'] as const) await queue.work(name, async () => {})
    await queue.stop()
    await close()
  })
})

describe('a database server', () => {
  test('that nobody listens at is named in one sentence', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    await new Promise((resolve) => server.close(resolve))
    const opening = openStore({
      databaseUrl: `postgres://medikey:hunter2@127.0.0.1:${port}/clinic`,
      dataDir: null,
    })
    await expect(opening).rejects.toBeInstanceOf(StoreUnavailableError)
    await expect(opening).rejects.toThrow(
      `Cannot reach the database clinic at 127.0.0.1:${port}. Check DATABASE_URL and that the server runs (ECONNREFUSED).`,
    )
  })

  test('whose address cannot be read is a sentence too, without repeating it', async () => {
    const opening = openStore({ databaseUrl: 'postgres://medikey:hunter2@[broken/clinic', dataDir: null })
    await expect(opening).rejects.toBeInstanceOf(StoreUnavailableError)
    await expect(opening).rejects.not.toThrow('hunter2')
  })
})
