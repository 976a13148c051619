import type { ContractCall, ContractClient } from '@medikey/contract-client'
import { createPrivateKeySigner } from '@medikey/contract-client'
import type { Persona } from './Persona.ts'

/**
 * Signs a call with a persona's public key and sends it, without asking whether the contract will take it.
 *
 * @returns the txid, as soon as the node accepted the transaction
 */
export async function sendCall(
  client: Pick<ContractClient, 'network' | 'getNonces' | 'prepare' | 'broadcast'>,
  options: { persona: Persona; call: ContractCall },
): Promise<{ txid: string }> {
  const { persona, call } = options
  const signer = createPrivateKeySigner({ privateKey: persona.privateKey, network: client.network })
  const { nextNonce, missingNonces } = await client.getNonces({ principal: persona.principal })
  const prepared = await client.prepare({ call, signer, nonce: missingNonces[0] ?? nextNonce })
  return client.broadcast(prepared)
}
