import { setTimeout as wait } from 'node:timers/promises'
import { BaseError } from '@medikey/errors'
import type { ClientContext } from '../ClientContext.ts'
import { RateLimitedError } from '../errors/RateLimitedError.ts'
import type { ChainTransaction } from '../types/ChainTransaction.ts'
import { getTransaction } from './getTransaction.ts'

const standardIntervalMs = 2_000

/** Waits until a transaction is mined or dropped. What is retryable, it retries; the signal ends it. */
export async function waitForTransaction(
  context: ClientContext,
  o: { txid: string; signal?: AbortSignal; pollIntervalMs?: number },
): Promise<ChainTransaction> {
  const interval = o.pollIntervalMs ?? standardIntervalMs
  for (;;) {
    o.signal?.throwIfAborted()
    let pause = interval
    try {
      const transaction = await getTransaction(context, o)
      if (transaction !== null && transaction.status !== 'pending') return transaction
    } catch (error) {
      if (!(error instanceof BaseError && error.retryable)) throw error
      if (error instanceof RateLimitedError) pause = Math.max(interval, error.retryAfterMs)
    }
    await wait(pause, undefined, o.signal === undefined ? {} : { signal: o.signal })
  }
}
