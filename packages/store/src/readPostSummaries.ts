import type { PostSummary } from '@medikey/core'
import { connectPostgres } from './connection/connectPostgres.ts'
import { StoreQueryError } from './errors/StoreQueryError.ts'
import { toStoreError } from './errors/toStoreError.ts'
import { createDeliveryReader } from './posts/createDeliveryReader.ts'

/**
 * Reads how telling people fares from a PostgreSQL server. Unlike opening a store, it changes nothing there.
 *
 * @param options.failedSince since when what was given up counts
 * @returns null where no MediKey of this version has started yet: its tables are not there
 * @throws StoreUnavailableError when the server cannot be reached or refuses the login
 * @example
 * await readPostSummaries({ databaseUrl: 'postgres://medikey@localhost:5432/medikey', failedSince })
 */
export async function readPostSummaries(options: {
  databaseUrl: string
  failedSince: Date
}): Promise<PostSummary[] | null> {
  const { databaseUrl, failedSince } = options
  const connection = await connectPostgres({ databaseUrl, logger: { warn() {}, error() {} } })
  try {
    return await createDeliveryReader(connection.db).summarizePosts({ failedSince })
  } catch (error) {
    const mapped = toStoreError(error)
    if (mapped instanceof StoreQueryError) return null
    throw mapped
  } finally {
    await connection.close()
  }
}
