import { sampleEvent, sampleMessage, sampleRequest } from '@medikey/core/testing'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { shareConnection } from '../../testing/shareConnection.ts'
import type { Connection } from '../connection/Connection.ts'
import { connectPglite } from '../connection/connectPglite.ts'
import { StoredValueError } from '../errors/StoredValueError.ts'

let connection: Connection
let open: Awaited<ReturnType<typeof shareConnection>>
let opened: Awaited<ReturnType<typeof open>>

beforeAll(async () => {
  connection = await connectPglite({ directory: null })
  open = await shareConnection(connection)
}, 30_000)
beforeEach(async () => {
  opened = await open()
  return () => opened.close()
})
afterAll(() => connection.close())

const spoil = (statement: SQL) => connection.db.execute(statement)

test('an account that this version cannot read is an error that names the column', async () => {
  const { store } = opened
  await store.transaction((unit) => unit.insertRequest(sampleRequest({ id: 'r1' })))
  await spoil(sql`update requests set requester_account = '{"platform":"fax","userId":"U1"}'`)
  await expect(store.getRequest('r1')).rejects.toBeInstanceOf(StoredValueError)
  await expect(store.getRequest('r1')).rejects.toThrow('requester_account')
})

test('an event whose number is not one is an error', async () => {
  const { store } = opened
  await store.transaction((unit) => unit.insertEvents([sampleEvent()]))
  await spoil(sql`update events set value = '{"event":"medical-access-granted","recordId":{"uint":"7.5"}}'`)
  await expect(store.listRecordEvents({ recordId: 7n, limit: 1 })).rejects.toBeInstanceOf(StoredValueError)
})

test('a message that no platform could show is refused before it is stored', async () => {
  const { store } = opened
  await store.transaction((unit) => unit.insertRequest(sampleRequest({ id: 'r1' })))
  const message = { ...sampleMessage(), tone: 'shrill' } as unknown as ReturnType<typeof sampleMessage>
  const lane = { subject: { requestId: 'r1' }, platform: 'slack' } as const
  const post = { id: 'p1', lane, kind: 'thread', recipient: null, message, at: new Date(0) } as const
  await expect(store.transaction((unit) => unit.addPosts([post]))).rejects.toThrow()
  expect(await store.listDueLanes({ now: new Date(), staleBefore: new Date(0), limit: 1 })).toEqual([])
})

test('a job of an unknown shape is dropped, and the next one is done', async () => {
  const { store, queue } = opened
  const done: string[] = []
  await queue.work('execute', async ({ transactionId }) => void done.push(transactionId))
  await store.transaction((unit) =>
    unit.enqueue({ name: 'execute', transaction: 't1' } as unknown as Parameters<typeof unit.enqueue>[0]),
  )
  await store.transaction((unit) => unit.enqueue({ name: 'execute', transactionId: 't2' }))
  await vi.waitFor(() => expect(done).toEqual(['t2']), { timeout: 5_000 })
})
