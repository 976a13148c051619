import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { getNonces } from './getNonces.ts'
import { parsePrincipal } from './parsePrincipal.ts'

/** `GET /extended/v3/principals/{address}/nonces` */
export function getNoncesV3(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v3/principals/:principal/nonces', (c) => {
    const nonces = getNonces(chain, { address: parsePrincipal(c.req.param('principal')) })
    return c.json({
      next_nonce: nonces.next,
      last_confirmed_nonce: nonces.lastConfirmed,
      mempool: {
        last_nonce: nonces.lastPending,
        pending_nonces: nonces.pending,
        missing_nonces: nonces.missing,
      },
    })
  })
}
