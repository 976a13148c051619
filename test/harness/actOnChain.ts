import { type ChainTransaction, type ContractCall, createPrivateKeySigner } from '@medikey/contract-client'
import { getPersona } from 'medikey'
import type { Chain } from './startChain.ts'

const WITHIN_MS = 30_000

/**
 * Calls the contract with a persona's own key, past MediKey, and waits until the call is mined.
 *
 * @throws Error when it is not mined in time
 * @example
 * await actOnChain(chain, { as: 'cmo', call: { functionName: 'enableMaintenance' } })
 */
export async function actOnChain(
  chain: Chain,
  options: { as: Parameters<typeof getPersona>[0]; call: ContractCall },
): Promise<ChainTransaction> {
  const { client } = chain
  const { principal, privateKey } = getPersona(options.as)
  const { lastConfirmedNonce } = await client.getNonces({ principal })
  const prepared = await client.prepare({
    call: options.call,
    signer: createPrivateKeySigner({ privateKey, network: 'devnet' }),
    nonce: lastConfirmedNonce === null ? 0n : lastConfirmedNonce + 1n,
  })
  await client.broadcast(prepared)
  return client.waitForTransaction({
    txid: prepared.txid,
    pollIntervalMs: 50,
    signal: AbortSignal.timeout(WITHIN_MS),
  })
}
