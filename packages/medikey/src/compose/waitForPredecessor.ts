import { join } from 'node:path'
import { type Config, createDataDir, lockDataDir } from '@medikey/runtime'

/** Its VM may be busy loading for seconds before it looks at its pipe. */
const PATIENCE_MS = 8_000

/**
 * Waits until the chain of a MediKey that was killed has ended too: it notices its parent's death by the pipe between
 * them, and holds the data directory and the port until then.
 *
 * @throws DataDirectoryLockedError that names the holder, when it goes on
 */
export async function waitForPredecessor(config: Pick<Config, 'dataDir'>): Promise<void> {
  const dataDir = createDataDir(join(config.dataDir, 'chain'))
  const { release } = await lockDataDir({ dataDir, name: 'chain', patienceMs: PATIENCE_MS })
  release()
}
