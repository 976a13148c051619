import type { Cleanup } from '../../harness/createCleanup.ts'
import { createTempDir } from '../../harness/createTempDir.ts'
import type { Opened } from './chainWorker.ts'
import { startWorker, type Worker } from './startWorker.ts'

/** The three scripts that are run as processes. */
export const scripts = {
  chain: new URL('./chainWorker.ts', import.meta.url),
  client: new URL('./clientWorker.ts', import.meta.url),
  simnet: new URL('./simnetWorker.ts', import.meta.url),
}

/**
 * Starts a chain in a directory of its own, with clients that know it.
 *
 * @param options.trackCosts false for one that runs as bare simnet does, without telling what calls cost
 */
export async function startWorkers(options: {
  cleanup: Cleanup
  trackCosts?: boolean
}): Promise<{ chain: Worker; client: Worker; dataDir: string }> {
  const { cleanup, trackCosts = true } = options
  const dataDir = createTempDir({ cleanup })
  const chain = startWorker(scripts.chain, { cleanup })
  const opened = await chain.ask<Opened>('start', { dataDir, trackCosts })
  const client = startWorker(scripts.client, { cleanup })
  await client.ask('open', opened)
  return { chain, client, dataDir }
}
