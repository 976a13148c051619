import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { DataDirectoryError } from './DataDirectoryError.ts'
import { DataDirectoryLockedError } from './DataDirectoryLockedError.ts'
import type { LockHolder } from './LockHolder.ts'

/** Holds a data directory until it is released or the process ends. Releasing twice does no harm. */
export type DataDirLock = { release(): void }

const SQLITE_BUSY = 5

/** How long a newcomer waits for a holder that the kernel is still burying, or that has not yet written its name. */
const PATIENCE_MS = 750

const holderSchema = z.object({ pid: z.number().int(), since: z.string(), command: z.string() })

/**
 * Takes a data directory for this process alone. The lock is the operating system's own file lock, taken
 * through SQLite, since Node offers none itself: the kernel gives it to one of two simultaneous starters
 * and takes it back when the process ends, however it ends, so there is no stale lock to judge and a
 * restart after SIGKILL works at once. The file beside it only names the holder for the error.
 *
 * Do not open the `.lock` file by other means: POSIX drops a process's lock with any close of the file.
 *
 * @param options.name Of the lock within the directory, e.g. `medikey`.
 * @param options.command What the holder calls itself in the error; by default how it was started.
 * @param options.patienceMs How long to wait for a holder that is going. Default 750.
 * @throws {DataDirectoryLockedError} where another process, or another part of this one, has it.
 * @throws {DataDirectoryError} where the lock file cannot be made.
 * @example
 * const lock = await lockDataDir({ dataDir: config.dataDir, name: 'medikey' })
 */
export async function lockDataDir(options: {
  dataDir: string
  name: string
  command?: string
  patienceMs?: number
}): Promise<DataDirLock> {
  const { dataDir, name, patienceMs = PATIENCE_MS } = options
  const file = join(dataDir, `${name}.lock`)
  const holderFile = join(dataDir, `${name}.lock.json`)
  const giveUpAt = performance.now() + patienceMs
  for (;;) {
    const database = tryLock({ dataDir, file })
    if (database !== null) {
      writeHolder({ path: holderFile, command: options.command ?? startedAs() })
      const release = () => {
        if (!database.isOpen) return
        process.off('exit', release)
        rmSync(holderFile, { force: true })
        database.close()
      }
      // Also keeps the database, and with it the lock, from being garbage collected.
      process.on('exit', release)
      return { release }
    }
    if (performance.now() > giveUpAt) {
      const holder = readHolder(holderFile)
      throw new DataDirectoryLockedError({ dataDir, holder: holder && isAlive(holder.pid) ? holder : null })
    }
    await delay(20)
  }
}

function tryLock(options: { dataDir: string; file: string }): DatabaseSync | null {
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(options.file, { timeout: 0 })
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return database
  } catch (cause) {
    if (database?.isOpen) database.close()
    if ((cause as { errcode?: number }).errcode === SQLITE_BUSY) return null
    const problem = `cannot be locked: make ${options.file} writable for this user or remove it.`
    throw new DataDirectoryError({ path: options.dataDir, problem, cause })
  }
}

const startedAs = () => [basename(process.argv[1] ?? process.execPath), ...process.argv.slice(2, 3)].join(' ')

function writeHolder(options: { path: string; command: string }): void {
  const { path, command } = options
  const holder: LockHolder = { pid: process.pid, since: new Date().toISOString(), command }
  // Written aside and renamed, so that a reader sees a whole file or none.
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 })
  renameSync(draft, path)
}

function readHolder(path: string): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
