import { testStore } from '@medikey/core/testing'
import { afterAll, beforeAll } from 'vitest'
import { shareConnection } from '../testing/shareConnection.ts'
import type { Connection } from './connection/Connection.ts'
import { connectPglite } from './connection/connectPglite.ts'

let connection: Connection
let open: Awaited<ReturnType<typeof shareConnection>>

beforeAll(async () => {
  connection = await connectPglite({ directory: null })
  open = await shareConnection(connection)
}, 30_000)
afterAll(() => connection.close())

testStore('the store on the embedded PostgreSQL', () => open())
