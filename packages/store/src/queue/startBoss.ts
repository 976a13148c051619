import type { JobName } from '@medikey/core'
import { PgBoss, type QueueOptions } from 'pg-boss'
import type { Connection } from '../connection/Connection.ts'
import { toStoreError } from '../errors/toStoreError.ts'
import type { StoreLogger } from '../StoreLogger.ts'

const NAMES: Record<JobName, true> = { execute: true, deliver: true, 'end-grant': true }

/** The rows decide what is done, so a job is retried a little and forgotten soon. */
const OPTIONS: QueueOptions & { notify: boolean } = {
  notify: true,
  retryLimit: 3,
  retryDelay: 1,
  retryBackoff: true,
  expireInSeconds: 300,
  retentionSeconds: 14 * 24 * 3600,
  deleteAfterSeconds: 3600,
}

/** Starts pg-boss in the database, with a queue for each kind of job. */
export async function startBoss(options: { connection: Connection; logger: StoreLogger }): Promise<PgBoss> {
  const { connection, logger } = options
  const boss = new PgBoss({
    ...connection.bossOptions,
    useListenNotify: true,
    schedule: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', (error) => logger.error({ err: toStoreError(error) }, 'queue failed'))
  boss.on('warning', ({ message, data }) => logger.warn({ warning: message, ...data }, 'queue warned'))
  await boss.start()
  for (const name of Object.keys(NAMES)) {
    await boss.createQueue(name, OPTIONS)
    await boss.updateQueue(name, OPTIONS)
    // Reads the queue into pg-boss's cache: a look-up inside a transaction would wait for that transaction.
    await boss.findJobs(name, { limit: 1 })
  }
  return boss
}
