import { advanceTransaction, type Deps } from '@medikey/core'
import type { Logger } from '@medikey/runtime'
import { createKeyedRunner } from './loops/createKeyedRunner.ts'

const CONCURRENCY = 8
const BATCH = 100

/** Takes transactions further. */
export type TransactionWorker = {
  /** The fast path: a job woke for this transaction. Never rejects. */
  advance(options: { transactionId: string }): Promise<void>
  /** Looks at the rows and begins work on every unfinished transaction that is due. */
  sweep(): Promise<void>
  /** Resolves once nothing is being worked on. */
  idle(): Promise<void>
  stop(): void
}

/**
 * Makes the worker that brings approved requests to the chain. The queue only wakes it: what is unfinished stands in
 * the rows, so a job that was lost with its process costs one sweep's pause.
 *
 * @example
 * const worker = createTransactionWorker({ deps, logger })
 * await worker.sweep()
 */
export function createTransactionWorker(options: { deps: Deps; logger: Logger }): TransactionWorker {
  const { deps, logger } = options

  async function run(transactionId: string): Promise<void> {
    const before = await deps.store.getTransaction(transactionId)
    const after = await advanceTransaction(deps, { transactionId })
    if (before === null || after === null || before.status === after.status) return
    const { requestId, txid, failure } = after
    logger.info(
      {
        transactionId,
        requestId,
        txid,
        from: before.status,
        to: after.status,
        ...(failure === null ? {} : { code: failure.code }),
      },
      'Transaction moved',
    )
  }

  const runner = createKeyedRunner<string>({
    name: 'transaction',
    concurrency: CONCURRENCY,
    clock: deps.clock,
    logger,
    toKey: (transactionId) => transactionId,
    toFields: (transactionId) => ({ transactionId }),
    run,
  })

  return {
    advance: ({ transactionId }) => runner.start(transactionId),
    async sweep() {
      const due = await deps.store.listUnfinishedTransactions({
        now: deps.clock.now(),
        limit: BATCH + runner.countHeld(),
      })
      for (const { id } of due) if (!runner.isHeld(id)) void runner.start(id)
    },
    idle: runner.idle,
    stop: runner.stop,
  }
}
