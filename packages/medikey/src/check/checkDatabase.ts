import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PostSummary } from '@medikey/core'
import { type Config, checkDataDir, createDataDir, lockDataDir } from '@medikey/runtime'
import { openStore, pingDatabase, readPostSummaries } from '@medikey/store'
import type { Check } from './Check.ts'
import { GIVEN_UP_MS } from './describeUndelivered.ts'
import type { Running } from './findRunning.ts'
import { toFailedCheck } from './toFailedCheck.ts'

/**
 * Says whether the database answers. An embedded one belongs to one process at a time, so it is opened only while no
 * MediKey runs on it. What waits there to be told is read then, because nobody runs who could say it.
 *
 * @returns `posts` is null where there is nothing to read, or a running MediKey tells of it
 */
export async function checkDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  options: { running: Running | null },
): Promise<{ check: Check; posts: readonly PostSummary[] | null }> {
  const { databaseUrl, dataDir } = config
  const failedSince = new Date(Date.now() - GIVEN_UP_MS)
  const answer = (detail: string, posts: readonly PostSummary[] | null = null) => ({
    check: { name: 'database', ok: true, detail },
    posts,
  })
  try {
    // Needed with a server too: the sockets lie there.
    const isThere = checkDataDir(dataDir)
    if (databaseUrl !== null) {
      const url = databaseUrl.reveal()
      if (options.running !== null) await pingDatabase({ databaseUrl: url })
      const posts =
        options.running === null ? await readPostSummaries({ databaseUrl: url, failedSince }) : null
      return answer('The PostgreSQL server of DATABASE_URL answers.', posts)
    }
    if (options.running !== null) {
      return answer(`The embedded store in ${dataDir} is open in the running MediKey.`)
    }
    if (!isThere || !existsSync(join(dataDir, 'store'))) {
      if (isThere) createDataDir(dataDir)
      return answer(`The embedded store will be made in ${dataDir} at the first start.`)
    }
    return answer(`The embedded store in ${dataDir} opens.`, await openAndRead(dataDir, { failedSince }))
  } catch (error) {
    return { check: toFailedCheck('database', error), posts: null }
  }
}

async function openAndRead(dataDir: string, { failedSince }: { failedSince: Date }): Promise<PostSummary[]> {
  const lock = await lockDataDir({
    dataDir: createDataDir(dataDir),
    name: 'medikey',
    command: 'medikey check',
  })
  try {
    const opened = await openStore({ databaseUrl: null, dataDir })
    try {
      return await opened.store.summarizePosts({ failedSince })
    } finally {
      await opened.close()
    }
  } finally {
    lock.release()
  }
}
