import { randomUUID } from 'node:crypto'
import pg from 'pg'

/**
 * Makes an empty database of its own on a test server.
 *
 * @param options.serverUrl any database of the server, as somebody who may create databases
 * @example
 * const { databaseUrl, drop } = await createTestDatabase({ serverUrl: process.env.TEST_DATABASE_URL })
 */
export async function createTestDatabase(options: {
  serverUrl: string
}): Promise<{ databaseUrl: string; drop(): Promise<void> }> {
  const name = `medikey_test_${randomUUID().replaceAll('-', '')}`
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: options.serverUrl })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  await run(`create database ${name}`)
  const url = new URL(options.serverUrl)
  url.pathname = `/${name}`
  return { databaseUrl: url.toString(), drop: () => run(`drop database ${name} with (force)`) }
}
