import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock } from '../src/ports/Clock.ts'
import type { Queue } from '../src/ports/Queue.ts'
import type { Store } from '../src/ports/Store.ts'
import { copyState } from './memory/copyState.ts'
import { createMemoryQueue } from './memory/createMemoryQueue.ts'
import { createPostDelivery } from './memory/createPostDelivery.ts'
import { createReader } from './memory/createReader.ts'
import { createTickStore } from './memory/createTickStore.ts'
import { createUnitOfWork } from './memory/createUnitOfWork.ts'
import type { MemoryJob } from './memory/MemoryJob.ts'
import type { MemoryState } from './memory/MemoryState.ts'
import { refuse } from './memory/refuse.ts'
import { wrapMethods } from './memory/wrapMethods.ts'

/** A store in memory, its queue, and what tests want to see of them. */
export type MemoryStore = {
  readonly store: Store
  readonly queue: Queue
  /** The committed jobs that nobody took yet. */
  listJobs(): readonly MemoryJob[]
  /** Looks again for jobs whose time has come: call it after turning a fake clock. */
  wake(): void
  close(): Promise<void>
}

/**
 * Makes a Store and a Queue that live in this process: for core's own tests. Units of work run one after the other on
 * a draft that replaces the state when they commit.
 *
 * @param options.clock decides when a delayed job starts; the machine's own unless told
 * @example
 * const { store } = createMemoryStore()
 * await store.transaction((unit) => unit.insertRequest(request))
 */
export function createMemoryStore(options: { clock?: Clock } = {}): MemoryStore {
  let state = copyState()
  let tail: Promise<unknown> = Promise.resolve()
  const unitScope = new AsyncLocalStorage<{ isOpen: boolean }>()
  const jobs = createMemoryQueue({ clock: options.clock ?? { now: () => new Date() } })

  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = tail.then(run)
    tail = turn.catch(() => {})
    return turn
  }

  const commit = (draft: MemoryState) => {
    const written = draft.jobs.splice(0)
    state = draft
    if (written.length > 0) jobs.push(written)
  }

  const runUnit: Store['transaction'] = async (work) => {
    const draft = copyState(state)
    const scope = { isOpen: true }
    let failure: unknown = null
    const unit = wrapMethods(createUnitOfWork(draft), async (call) => {
      if (!scope.isOpen) refuse('the unit of work has ended')
      try {
        return await call()
      } catch (error) {
        failure ??= error
        throw error
      }
    })
    try {
      const result = await unitScope.run(scope, () => work(unit))
      if (failure !== null) throw failure
      commit(draft)
      return result
    } finally {
      scope.isOpen = false
    }
  }

  const write = <T>(change: (draft: MemoryState) => T): Promise<T> =>
    inTurn(async () => {
      const draft = copyState(state)
      const result = change(draft)
      commit(draft)
      return result
    })

  const store: Store = {
    ...createReader(() => state),
    ...createPostDelivery(write),
    ...createTickStore(write),
    transaction: (work) => inTurn(() => runUnit(work)),
  }

  return {
    // What an embedded database would answer with waiting for ever is an error here.
    store: wrapMethods(store, async (call) =>
      unitScope.getStore()?.isOpen
        ? refuse('inside a unit of work only the unit itself may be asked')
        : call(),
    ),
    queue: jobs.queue,
    listJobs: jobs.listWaiting,
    wake: jobs.wake,
    close: () => jobs.queue.stop(),
  }
}
