import { getTip } from '../../chain/getTip.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { microblockSequence } from './microblockSequence.ts'

/** `GET /extended`: that the API is ready, and the tip. */
export function getStatus(app: App, { chain }: RouteDeps): void {
  app.get('/extended', (c) => {
    const tip = getTip(chain)
    return c.json({
      server_version: 'medikey-local-chain',
      status: 'ready',
      chain_tip: {
        block_height: tip.height,
        block_hash: tip.hash,
        index_block_hash: tip.indexHash,
        microblock_hash: `0x${'00'.repeat(32)}`,
        microblock_sequence: microblockSequence,
        burn_block_height: tip.burn.height,
      },
    })
  })
  app.get('/extended/v1/status', (c) => c.redirect('/extended', 301))
}
