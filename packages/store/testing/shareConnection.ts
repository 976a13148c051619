import type { Queue, Store } from '@medikey/core'
import type { Connection } from '../src/connection/Connection.ts'
import { createStore } from '../src/createStore.ts'
import { runMigrations } from '../src/migration/runMigrations.ts'
import { createQueue } from '../src/queue/createQueue.ts'
import { startBoss } from '../src/queue/startBoss.ts'
import type { StoreLogger } from '../src/StoreLogger.ts'
import { emptyTables } from './emptyTables.ts'

const SILENT: StoreLogger = { warn() {}, error() {} }

/** Lets the tests of a file share a database, which takes seconds to make: each is given it empty. */
export async function shareConnection(connection: Connection) {
  await runMigrations(connection)
  await (await startBoss({ connection, logger: SILENT })).stop()
  return async (): Promise<{ store: Store; queue: Queue; close(): Promise<void> }> => {
    // Before the queue starts: emptying its tables under its upkeep would be a deadlock.
    await emptyTables(connection)
    const boss = await startBoss({ connection, logger: SILENT })
    const { queue, sender } = createQueue({ boss, logger: SILENT })
    return { store: createStore({ connection, sender }), queue, close: () => queue.stop() }
  }
}
