import { getTip } from '../../chain/getTip.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { toLocalBlock } from './toLocalBlock.ts'

/** `GET /local/status`: where the chain stands, how it mines and what a test has made of it. */
export function localStatus(app: App, { chain, miner, faults }: RouteDeps): void {
  app.get('/local/status', (c) => {
    const { mempool, clock, fork } = chain
    const tip = getTip(chain)
    return c.json({
      tip: { ...toLocalBlock(tip), burnHeight: tip.burn.height },
      reorgs: fork,
      mempool: mempool.size(),
      mining: miner.getMining(),
      clock: { now: clock.now(), offset: clock.offset(), frozen: clock.isFrozen() },
      faults: faults.list().length,
    })
  })
}
