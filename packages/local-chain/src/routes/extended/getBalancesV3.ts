import { getAccount } from '../../chain/getAccount.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { ApiError } from './ApiError.ts'
import { parsePage } from './parsePage.ts'
import { parsePrincipal } from './parsePrincipal.ts'
import { sumHoldings } from './sumHoldings.ts'
import { sumPending } from './sumPending.ts'
import { toClarityValue } from './toClarityValue.ts'

/** `GET /extended/v3/principals/{principal}/balances/…`: STX, fungible and non-fungible tokens. */
export function getBalancesV3(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v3/principals/:principal/balances/stx', (c) => {
    const principal = parsePrincipal(c.req.param('principal'))
    const { balance } = getAccount(chain, { principal })
    const { inbound, outbound } = sumPending(chain, { principal })
    const estimated = { estimated_balance: String(balance + inbound - outbound) }
    return c.json({
      balance: String(balance),
      available: String(balance),
      locked: null,
      mempool:
        inbound === 0n && outbound === 0n
          ? null
          : { ...estimated, inbound: String(inbound), outbound: String(outbound) },
    })
  })
  app.get('/extended/v3/principals/:principal/balances/ft', (c) => {
    const { fungible } = sumHoldings(chain, { principal: parsePrincipal(c.req.param('principal')) })
    const held = [...fungible]
      .map(([asset, { sent, received }]) => ({ asset_identifier: asset, balance: received - sent }))
      .filter(({ balance }) => balance > 0n)
      .sort((a, b) => (a.balance === b.balance ? 0 : a.balance < b.balance ? 1 : -1))
      .map(({ asset_identifier, balance }) => ({ asset_identifier, balance: String(balance) }))
    const { limit } = parsePage(c, { resource: 'balance' })
    const cursor = c.req.query('cursor')
    return c.json(
      toPage({ items: held, limit, cursor, toCursor: (item) => `${item.balance}:${item.asset_identifier}` }),
    )
  })
  app.get('/extended/v3/principals/:principal/balances/nft', (c) => {
    const { nonFungible } = sumHoldings(chain, { principal: parsePrincipal(c.req.param('principal')) })
    const held = [...nonFungible].flatMap(([asset_identifier, tokens]) =>
      [...tokens.held].map((hex) => ({ asset_identifier, value: toClarityValue(hex) })),
    )
    const { limit } = parsePage(c, { resource: 'balance' })
    const cursor = c.req.query('cursor')
    return c.json(
      toPage({
        items: held,
        limit,
        cursor,
        toCursor: (item) => `${item.value.hex}:${item.asset_identifier}`,
      }),
    )
  })
}

function toPage<T>({
  items,
  limit,
  cursor,
  toCursor,
}: {
  items: readonly T[]
  limit: number
  cursor: string | undefined
  toCursor: (item: T) => string
}) {
  const start = cursor === undefined ? 0 : items.findIndex((item) => toCursor(item) === cursor)
  if (start < 0) throw new ApiError({ status: 404, message: 'Cursor not found' })
  const at = (i: number) => {
    const item = items[i]
    return item === undefined ? null : toCursor(item)
  }
  return {
    total: items.length,
    limit,
    cursor: {
      next: at(start + limit),
      previous: start === 0 ? null : at(Math.max(0, start - limit)),
      current: at(start),
    },
    results: items.slice(start, start + limit),
  }
}
