import type { MiddlewareHandler } from 'hono'
import type { Chain } from '../chain/Chain.ts'
import { startRepair } from '../chain/startRepair.ts'

/** Serves no request from a VM that is being made again, and has it made again when a request has ended it. */
export function awaitRepair({ chain }: { chain: Chain }): MiddlewareHandler {
  return async (_, next) => {
    while (chain.repair !== null) await chain.repair
    await next()
    if (chain.vm.hasTrapped()) startRepair(chain)
  }
}
