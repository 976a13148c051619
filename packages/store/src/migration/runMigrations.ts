import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from '../connection/Connection.ts'
import { MigrationsMissingError } from '../errors/MigrationsMissingError.ts'

/** Brings the database to this version's schema. Several processes may start at once: one migrates, the others wait. */
export function runMigrations(connection: Connection): Promise<void> {
  // Beside src in the sources, one level further up in the published package.
  const folders = ['../../migrations', '../../../migrations'].map((path) => join(import.meta.dirname, path))
  const migrationsFolder = folders.find((path) => existsSync(join(path, 'meta/_journal.json')))
  if (migrationsFolder === undefined) throw new MigrationsMissingError()
  return connection.migrate({ migrationsFolder })
}
