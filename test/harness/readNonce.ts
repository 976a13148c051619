import { getPersona } from 'medikey'
import type { Chain } from './startChain.ts'

/** How many transactions of a persona are mined. */
export async function readNonce(
  chain: Chain,
  options: { of: Parameters<typeof getPersona>[0] },
): Promise<bigint> {
  const { principal } = getPersona(options.of)
  const { lastConfirmedNonce } = await chain.client.getNonces({ principal })
  return lastConfirmedNonce === null ? 0n : lastConfirmedNonce + 1n
}
