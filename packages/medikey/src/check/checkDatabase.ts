import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, checkDataDir, createDataDir, lockDataDir } from '@medikey/runtime'
import { openStore, pingDatabase } from '@medikey/store'
import type { Check } from './Check.ts'
import type { Running } from './findRunning.ts'
import { toFailedCheck } from './toFailedCheck.ts'

/**
 * Says whether the database answers. An embedded one belongs to one process at a time, so it is opened only while no
 * MediKey runs on it.
 */
export async function checkDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  options: { running: Running | null },
): Promise<Check> {
  const { databaseUrl, dataDir } = config
  const name = 'database'
  try {
    // Needed with a server too: the sockets lie there.
    const isThere = checkDataDir(dataDir)
    if (databaseUrl !== null) {
      await pingDatabase({ databaseUrl: databaseUrl.reveal() })
      return { name, ok: true, detail: 'The PostgreSQL server of DATABASE_URL answers.' }
    }
    if (options.running !== null) {
      return { name, ok: true, detail: `The embedded store in ${dataDir} is open in the running MediKey.` }
    }
    if (!isThere || !existsSync(join(dataDir, 'store'))) {
      if (isThere) createDataDir(dataDir)
      return { name, ok: true, detail: `The embedded store will be made in ${dataDir} at the first start.` }
    }
    await openAndClose(dataDir)
    return { name, ok: true, detail: `The embedded store in ${dataDir} opens.` }
  } catch (error) {
    return toFailedCheck(name, error)
  }
}

async function openAndClose(dataDir: string): Promise<void> {
  const lock = await lockDataDir({
    dataDir: createDataDir(dataDir),
    name: 'medikey',
    command: 'medikey check',
  })
  try {
    const opened = await openStore({ databaseUrl: null, dataDir })
    await opened.close()
  } finally {
    lock.release()
  }
}
