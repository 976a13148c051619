import type { Chain } from '../../chain/Chain.ts'
import { getAccount } from '../../chain/getAccount.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { markDeprecated } from './markDeprecated.ts'
import { parsePage } from './parsePage.ts'
import { parsePrincipal } from './parsePrincipal.ts'
import { sumHoldings } from './sumHoldings.ts'
import { sumPending } from './sumPending.ts'
import { toStxAccount } from './toStxAccount.ts'

/** The balances of a principal as the first two versions of the API tell them. Wallets ask these. */
export function getBalances(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v1/address/:principal/stx', markDeprecated, (c) =>
    c.json(toStx(chain, parsePrincipal(c.req.param('principal')))),
  )
  app.get('/extended/v2/addresses/:principal/balances/stx', markDeprecated, (c) =>
    c.json(toStx(chain, parsePrincipal(c.req.param('principal')))),
  )
  app.get('/extended/v1/address/:principal/balances', markDeprecated, (c) => {
    const principal = parsePrincipal(c.req.param('principal'))
    const { fungible, nonFungible } = sumHoldings(chain, { principal })
    const fungibleTokens = [...fungible].map(([asset, { sent, received }]) => [
      asset,
      { balance: String(received - sent), total_sent: String(sent), total_received: String(received) },
    ])
    const nonFungibleTokens = [...nonFungible].map(([asset, { sent, received, held }]) => [
      asset,
      { count: String(held.size), total_sent: String(sent), total_received: String(received) },
    ])
    return c.json({
      stx: toStx(chain, principal),
      fungible_tokens: Object.fromEntries(fungibleTokens),
      non_fungible_tokens: Object.fromEntries(nonFungibleTokens),
    })
  })
  app.get('/extended/v2/addresses/:principal/balances/ft', markDeprecated, (c) => {
    const principal = parsePrincipal(c.req.param('principal'))
    const { limit, offset } = parsePage(c, { resource: 'balance' })
    const held = [...sumHoldings(chain, { principal }).fungible]
      .map(([token, { sent, received }]) => ({ token, balance: String(received - sent) }))
      .filter(({ balance }) => balance !== '0')
    return c.json({ limit, offset, total: held.length, results: held.slice(offset, offset + limit) })
  })
}

function toStx(chain: Chain, principal: string) {
  const { balance } = getAccount(chain, { principal })
  const { inbound, outbound } = sumPending(chain, { principal })
  return {
    ...toStxAccount(chain, { principal }),
    estimated_balance: String(balance + inbound - outbound),
    pending_balance_inbound: String(inbound),
    pending_balance_outbound: String(outbound),
  }
}
