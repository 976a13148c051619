import { getAccount } from '../../chain/getAccount.ts'
import { isPrincipal } from '../../clarity/isPrincipal.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { refuseRequest } from './refuseRequest.ts'
import { wantsProof } from './wantsProof.ts'

/** `GET /v2/accounts/{principal}`: balance and next nonce at the tip; the mempool does not count. */
export function getAccountRoute(app: App, { chain }: RouteDeps): void {
  app.get('/v2/accounts/:principal', (c) => {
    const principal = c.req.param('principal')
    if (!isPrincipal(principal)) return refuseRequest(c, 'Failed to parse `principal` field')
    const { balance, nonce } = getAccount(chain, { principal })
    const proof = wantsProof(c) ? { balance_proof: '', nonce_proof: '' } : {}
    return c.json({
      balance: `0x${balance.toString(16).padStart(32, '0')}`,
      locked: `0x${'0'.repeat(32)}`,
      unlock_height: 0,
      nonce: Number(nonce),
      ...proof,
    })
  })
}
