import { type Deps, isCaughtUp } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import { type ControlHandler, defineControlHandler } from '@medikey/runtime'
import { z } from 'zod'

/** Tells how far the projection reaches. */
export function createReadProjectionHandler(deps: Pick<Deps, 'store' | 'ledger'>): ControlHandler {
  return defineControlHandler({
    params: z.strictObject({}),
    async run() {
      const [checkpoint, events, records, isComplete] = await Promise.all([
        deps.store.getCheckpoint(),
        deps.store.countEvents(),
        deps.store.countRecords({}),
        isCaughtUp(deps).catch((error: unknown) => {
          // The follower comes back after an outage, and so does the answer.
          if (error instanceof BaseError && error.retryable) return false
          throw error
        }),
      ])
      return { events, records, blockHeight: checkpoint?.blockHeight ?? null, isComplete }
    },
  })
}
