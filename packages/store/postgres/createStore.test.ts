import { testStore } from '@medikey/core/testing'
import { afterAll, beforeAll } from 'vitest'
import type { Connection } from '../src/connection/Connection.ts'
import { connectPostgres } from '../src/connection/connectPostgres.ts'
import { shareConnection } from '../testing/shareConnection.ts'
import { useTestDatabase } from '../testing/useTestDatabase.ts'

const databaseUrl = useTestDatabase()
let connection: Connection
let open: Awaited<ReturnType<typeof shareConnection>>

beforeAll(async () => {
  connection = await connectPostgres({ databaseUrl: databaseUrl(), logger: { warn() {}, error() {} } })
  open = await shareConnection(connection)
})
afterAll(() => connection.close())

testStore('the store on a PostgreSQL server', () => open())
