import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { getNonces } from './getNonces.ts'
import { markDeprecated } from './markDeprecated.ts'
import { parsePrincipal } from './parsePrincipal.ts'

/** `GET /extended/v1/address/{address}/nonces`, which stacks.js still asks. */
export function getNoncesV1(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v1/address/:principal/nonces', markDeprecated, (c) => {
    const nonces = getNonces(chain, { address: parsePrincipal(c.req.param('principal')) })
    return c.json({
      last_executed_tx_nonce: nonces.lastConfirmed,
      last_mempool_tx_nonce: nonces.lastPending,
      possible_next_nonce: nonces.next,
      detected_missing_nonces: nonces.missing,
      detected_mempool_nonces: nonces.pending,
    })
  })
}
