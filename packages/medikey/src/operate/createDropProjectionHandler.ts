import { type Deps, dropProjection } from '@medikey/core'
import { type ControlHandler, defineControlHandler } from '@medikey/runtime'
import { z } from 'zod'

/** Forgets what was read from the chain; the follower that runs reads it again with its next round. */
export function createDropProjectionHandler(
  deps: Pick<Deps, 'store' | 'ledger' | 'settings'>,
): ControlHandler {
  return defineControlHandler({
    params: z.strictObject({}),
    async run() {
      await dropProjection(deps)
      return {}
    },
  })
}
