import type { Chain } from '../../chain/Chain.ts'

/** What the API tells of an account's nonces, confirmed and waiting. */
export type Nonces = {
  readonly next: number
  readonly lastConfirmed: number | null
  readonly lastPending: number | null
  /** Between the last confirmed and the last pending one: those that wait, highest first. */
  readonly pending: readonly number[]
  /** Likewise: those that nobody sent, which hold the others up. */
  readonly missing: readonly number[]
}

/** Puts together what is confirmed and what waits for an address, as sender or sponsor. */
export function getNonces(
  { index, mempool }: Pick<Chain, 'index' | 'mempool'>,
  { address }: { address: string },
): Nonces {
  const confirmed = index.accounts.get(address)?.nonce ?? 0n
  const lastConfirmed = confirmed === 0n ? null : Number(confirmed) - 1
  const waiting = new Set(mempool.noncesOf(address).map(Number))
  const lastPending = waiting.size === 0 ? null : Math.max(...waiting)
  const highest = Math.max(lastConfirmed ?? -1, lastPending ?? -1)
  const pending: number[] = []
  const missing: number[] = []
  // The API looks for gaps only behind a confirmed transaction, so a client must not count on more here.
  if (lastPending !== null && lastConfirmed !== null) {
    for (let nonce = lastPending - 1; nonce > lastConfirmed; nonce -= 1) {
      if (waiting.has(nonce)) pending.push(nonce)
      else missing.push(nonce)
    }
  }
  return { next: highest + 1, lastConfirmed, lastPending, pending, missing }
}
