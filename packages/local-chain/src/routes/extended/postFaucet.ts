import { FaucetRefusedError } from '../../errors/FaucetRefusedError.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { ApiError } from './ApiError.ts'
import { parsePrincipal } from './parsePrincipal.ts'

/** `POST /extended/v1/faucets/stx?address=…`: 500 STX, as on the test networks. Nobody can stack here. */
export function postFaucet(app: App, { faucet }: RouteDeps): void {
  app.post('/extended/v1/faucets/stx', async (c) => {
    const address = c.req.query('address')
    if (!address) return c.json({ error: 'address required', success: false }, 400)
    try {
      const { txid, raw } = await faucet.give({ address: parsePrincipal(address) })
      return c.json({ success: true, txId: txid, txRaw: raw })
    } catch (error) {
      if (!(error instanceof FaucetRefusedError || error instanceof ApiError)) throw error
      return c.json({ error: error.shortMessage, success: false }, 400)
    }
  })
}
