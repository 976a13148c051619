import { join } from 'node:path'
import type { Queue, Store } from '@medikey/core'
import { sql } from 'drizzle-orm'
import type { Connection } from './connection/Connection.ts'
import { connectPglite } from './connection/connectPglite.ts'
import { connectPostgres } from './connection/connectPostgres.ts'
import { createStore } from './createStore.ts'
import { toStoreError } from './errors/toStoreError.ts'
import { runMigrations } from './migration/runMigrations.ts'
import { createQueue } from './queue/createQueue.ts'
import { startBoss } from './queue/startBoss.ts'
import type { StoreLogger } from './StoreLogger.ts'

const SILENT: StoreLogger = { warn() {}, error() {} }

/** Which database {@link openStore} opens. */
export type OpenStoreOptions = {
  /** `postgres://…`; null for the embedded store. */
  readonly databaseUrl: string | null
  /** Where the embedded store keeps its files, in the folder `store`; null for in memory. The caller holds its lock. */
  readonly dataDir: string | null
  /** Told of lost connections, failed jobs and a queue in trouble; silent unless given. */
  readonly logger?: StoreLogger
}

/** An open store with the queue in the same database. */
export type OpenStore = {
  readonly store: Store
  readonly queue: Queue
  /** Rejects when the database does not answer: for a readiness check. */
  ping(): Promise<void>
  /** Stops the queue, waiting for its handlers, and closes the database. */
  close(): Promise<void>
}

/**
 * Opens core's store and queue on PostgreSQL, embedded or a server, and brings the database to this version's schema.
 *
 * @throws StoreUnavailableError when the database cannot be reached or the directory not be opened
 * @example
 * const { store, queue, close } = await openStore({ databaseUrl: null, dataDir: '.medikey' })
 */
export async function openStore(options: OpenStoreOptions): Promise<OpenStore> {
  const { databaseUrl, dataDir, logger = SILENT } = options
  const connection = await (databaseUrl === null
    ? connectPglite({ directory: dataDir === null ? null : join(dataDir, 'store') })
    : connectPostgres({ databaseUrl, logger }))
  try {
    await runMigrations(connection)
    return await start({ connection, logger })
  } catch (error) {
    await connection.close().catch(() => {})
    throw toStoreError(error)
  }
}

async function start(options: { connection: Connection; logger: StoreLogger }): Promise<OpenStore> {
  const { connection, logger } = options
  const boss = await startBoss({ connection, logger })
  const { queue, sender } = createQueue({ boss, logger })
  let closing: Promise<void> | undefined
  return {
    store: createStore({ connection, sender }),
    queue,
    async ping() {
      try {
        await connection.db.execute(sql`select 1`)
      } catch (error) {
        throw toStoreError(error)
      }
    },
    close() {
      closing ??= queue.stop().finally(() => connection.close())
      return closing
    },
  }
}
