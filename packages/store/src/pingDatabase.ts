import { connectPostgres } from './connection/connectPostgres.ts'

/**
 * Connects to a PostgreSQL server and leaves again. Unlike opening a store, it changes nothing there.
 *
 * @throws StoreUnavailableError when the server cannot be reached or refuses the login
 * @example
 * await pingDatabase({ databaseUrl: 'postgres://medikey@localhost:5432/medikey' })
 */
export async function pingDatabase(options: { databaseUrl: string }): Promise<void> {
  const connection = await connectPostgres({ ...options, logger: { warn() {}, error() {} } })
  await connection.close()
}
