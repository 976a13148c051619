import type { Chain } from '../../chain/Chain.ts'

type Turnover = { sent: bigint; received: bigint }

/** What a principal has sent, received and kept, by what the chain's events say. Fees are told apart. */
export type Holdings = {
  readonly stx: Turnover & { fees: bigint }
  readonly fungible: ReadonlyMap<string, Turnover>
  /** `held` are the serialized values of the tokens that are still there. */
  readonly nonFungible: ReadonlyMap<string, Turnover & { readonly held: Set<string> }>
}

/** Adds up everything that involved a principal, in time proportional to that. */
export function sumHoldings(
  { genesis, index }: Pick<Chain, 'genesis' | 'index'>,
  { principal }: { principal: string },
): Holdings {
  const given = genesis.balances.find(({ address }) => address === principal)?.balance ?? 0n
  const stx = { sent: 0n, received: given, fees: 0n }
  const fungible = new Map<string, Turnover>()
  const nonFungible = new Map<string, Turnover & { held: Set<string> }>()
  for (const { transaction, execution } of index.byPrincipal.get(principal) ?? []) {
    if ((transaction.sponsor ?? transaction.sender).address === principal) stx.fees += transaction.fee
    for (const { data } of execution.events) {
      const isSender = 'sender' in data && data.sender === principal
      const isRecipient = 'recipient' in data && data.recipient === principal
      if (!isSender && !isRecipient) continue
      const asset = 'asset_identifier' in data ? data.asset_identifier : null
      if ('raw_value' in data && asset !== null) {
        const turnover = open(nonFungible, asset, () => ({ sent: 0n, received: 0n, held: new Set<string>() }))
        move(turnover, { isSender, isRecipient, amount: 1n })
        if (isSender) turnover.held.delete(data.raw_value)
        if (isRecipient) turnover.held.add(data.raw_value)
      } else if ('amount' in data) {
        const turnover = asset === null ? stx : open(fungible, asset, () => ({ sent: 0n, received: 0n }))
        move(turnover, { isSender, isRecipient, amount: BigInt(data.amount) })
      }
    }
  }
  return { stx, fungible, nonFungible }
}

function open<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

function move(
  turnover: Turnover,
  { isSender, isRecipient, amount }: { isSender: boolean; isRecipient: boolean; amount: bigint },
): void {
  if (isSender) turnover.sent += amount
  if (isRecipient) turnover.received += amount
}
