import { afterAll, beforeAll } from 'vitest'
import { createTestDatabase } from './createTestDatabase.ts'

/** Gives the tests of a file a database of their own on the server of TEST_DATABASE_URL. */
export function useTestDatabase(): () => string {
  let database: Awaited<ReturnType<typeof createTestDatabase>>
  beforeAll(async () => {
    const serverUrl = process.env.TEST_DATABASE_URL
    if (serverUrl === undefined) throw new Error('Set TEST_DATABASE_URL to a PostgreSQL server for tests.')
    database = await createTestDatabase({ serverUrl })
  })
  afterAll(() => database.drop())
  return () => database.databaseUrl
}
