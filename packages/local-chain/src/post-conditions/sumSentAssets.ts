import type { VmEvent } from '../vm/VmEvent.ts'

/** An asset of somebody: `STX`, a fungible token's id, or a non-fungible one's with the token itself. */
type SentAsset = { readonly principal: string; readonly asset: string; readonly value?: string }

/** What left whom during a transaction, all of it, whatever came back. */
export type SentAssets = {
  readonly keyOf: (asset: SentAsset) => string
  readonly amountOf: (asset: SentAsset) => bigint
  readonly moves: () => Iterable<SentAsset & { readonly key: string }>
}

/** Adds up what was transferred and burned. Mints come from nobody. */
export function sumSentAssets(events: readonly VmEvent[]): SentAssets {
  const sums = new Map<string, SentAsset & { key: string; amount: bigint }>()
  for (const event of events) {
    const sent = toSent(event)
    if (sent === null) continue
    const key = keyOf(sent)
    const before = sums.get(key)?.amount ?? 0n
    sums.set(key, { ...sent, key, amount: before + sent.amount })
  }
  return {
    keyOf,
    amountOf: (asset) => sums.get(keyOf(asset))?.amount ?? 0n,
    moves: () => sums.values(),
  }
}

function keyOf({ principal, asset, value = '' }: SentAsset): string {
  return `${principal} ${asset} ${value}`
}

function toSent({ event, data }: VmEvent): (SentAsset & { amount: bigint }) | null {
  switch (event) {
    case 'stx_transfer_event':
    case 'stx_burn_event':
      return { principal: data.sender, asset: 'STX', amount: BigInt(data.amount) }
    case 'ft_transfer_event':
    case 'ft_burn_event':
      return { principal: data.sender, asset: data.asset_identifier, amount: BigInt(data.amount) }
    case 'nft_transfer_event':
    case 'nft_burn_event':
      return { principal: data.sender, asset: data.asset_identifier, value: data.raw_value, amount: 1n }
    default:
      return null
  }
}
