import { validateStacksAddress } from '@stacks/transactions'
import { getAccount } from '../../chain/getAccount.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'

/** `GET /v2/accounts/{principal}`: balance and next nonce at the tip; the mempool does not count. */
export function getAccountRoute(app: App, { chain }: RouteDeps): void {
  app.get('/v2/accounts/:principal', (c) => {
    const principal = c.req.param('principal')
    if (!validateStacksAddress(principal.split('.', 1)[0] ?? '')) {
      return c.text('Failed to parse `principal` field', 400)
    }
    const { balance, nonce } = getAccount(chain, { principal })
    const proof = c.req.query('proof') === '0' ? {} : { balance_proof: '0x', nonce_proof: '0x' }
    return c.json({
      balance: `0x${balance.toString(16).padStart(32, '0')}`,
      locked: `0x${'0'.repeat(32)}`,
      unlock_height: 0,
      nonce: Number(nonce),
      ...proof,
    })
  })
}
