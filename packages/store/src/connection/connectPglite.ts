import { mkdir } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { fromPglite } from 'pg-boss'
import { StoreUnavailableError } from '../errors/StoreUnavailableError.ts'
import type { Connection } from './Connection.ts'

/** A quarter of what it takes unless told: a long history fills whatever there is, and the process never gives it back. */
const BUFFERS = '32MB'

/**
 * Opens the embedded PostgreSQL. One process at a time: whoever calls this holds the directory's lock.
 *
 * @param options.directory where its files are; null keeps everything in memory
 * @throws StoreUnavailableError when the directory cannot be opened
 */
export async function connectPglite(options: { directory: string | null }): Promise<Connection> {
  const client = await openPglite(options.directory)
  const db = drizzle(client)
  return {
    db,
    transaction: (work) => db.transaction(work),
    migrate: (config) => migrate(db, config),
    bossOptions: { db: fromPglite(client), backend: 'pglite' },
    close: () => client.close(),
  }
}

async function openPglite(directory: string | null): Promise<PGlite> {
  const startParams = [...PGlite.defaultStartParams, '-c', `shared_buffers=${BUFFERS}`]
  try {
    if (directory === null) return await PGlite.create({ startParams })
    await mkdir(directory, { recursive: true, mode: 0o700 })
    return await PGlite.create(directory, { startParams })
  } catch (cause) {
    throw new StoreUnavailableError({
      place: `the embedded store in ${directory ?? 'memory'}`,
      advice: 'Check that the directory is writable and whole, or restore it from a backup.',
      cause,
    })
  }
}
