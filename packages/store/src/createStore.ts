import { AsyncLocalStorage } from 'node:async_hooks'
import type { Store } from '@medikey/core'
import type { Connection } from './connection/Connection.ts'
import { StoreUseError } from './errors/StoreUseError.ts'
import { toStoreError } from './errors/toStoreError.ts'
import { createTickStore } from './monitors/createTickStore.ts'
import { createPostDelivery } from './posts/createPostDelivery.ts'
import type { JobSender } from './queue/JobSender.ts'
import { createReader } from './unit/createReader.ts'
import { createUnitOfWork } from './unit/createUnitOfWork.ts'
import { wrapMethods } from './unit/wrapMethods.ts'

/** Makes core's Store on a database; its jobs go through the sender. */
export function createStore(options: { connection: Connection; sender: JobSender }): Store {
  const { connection, sender } = options
  const unitScope = new AsyncLocalStorage<{ isOpen: boolean }>()

  const transaction: Store['transaction'] = async (work) => {
    const scope = { isOpen: true }
    const delayed: Date[] = []
    let failure: unknown = null
    try {
      const result = await connection.transaction(async (tx) => {
        const unit = createUnitOfWork(tx, {
          async enqueue(job, when) {
            await sender.send({ tx, job, startAfter: when?.startAfter })
            if (when?.startAfter !== undefined) delayed.push(when.startAfter)
          },
        })
        const guarded = wrapMethods(unit, async (call) => {
          if (!scope.isOpen) throw new StoreUseError('the unit of work has ended')
          try {
            return await call()
          } catch (error) {
            failure ??= toStoreError(error)
            throw failure
          }
        })
        const value = await unitScope.run(scope, () => work(guarded))
        // After a failed statement the server answers COMMIT by rolling back, without an error: say it aloud.
        if (failure !== null) throw failure
        return value
      })
      for (const at of delayed) sender.wakeAt(at)
      return result
    } catch (error) {
      throw toStoreError(error)
    } finally {
      scope.isOpen = false
    }
  }

  const store: Store = {
    ...createReader(connection.db),
    ...createPostDelivery(connection),
    ...createTickStore(connection.db),
    transaction,
  }
  return wrapMethods(store, async (call) => {
    // The embedded database has one session: this would wait for the unit of work that waits for it.
    if (unitScope.getStore()?.isOpen)
      throw new StoreUseError('inside a unit of work only the unit itself may be asked')
    try {
      return await call()
    } catch (error) {
      throw toStoreError(error)
    }
  })
}
