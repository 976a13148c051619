import type { Network } from './types/Network.ts'

/**
 * Where a person can look at a transaction: Hiro's explorer, or null for a chain that it cannot see.
 *
 * @param o.txid - `0x` and 64 hex digits.
 * @param o.apiUrl - The configured API. On loopback, what calls itself testnet is a chain of one's own.
 *
 * @example
 * explorerUrl({ network: 'mainnet', txid, apiUrl: 'https://api.hiro.so' })
 */
export function explorerUrl(o: { network: Network; txid: string; apiUrl: string }): string | null {
  if (o.network === 'devnet') return null
  if (o.network === 'testnet' && isLoopback(o.apiUrl)) return null
  return `https://explorer.hiro.so/txid/${o.txid}?chain=${o.network}`
}

function isLoopback(apiUrl: string): boolean {
  const host = URL.parse(apiUrl)?.hostname ?? ''
  return host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
}
