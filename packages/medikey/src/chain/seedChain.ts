import { type ContractClient, createContractClient } from '@medikey/contract-client'
import type { LocalChain } from '@medikey/local-chain'
import { getPersona } from '../demo/getPersona.ts'
import { seed } from '../demo/seed.ts'

/** What became of the seeding: `absent` where the project has no medvault of the demo's deployer. */
export type SeedOutcome = 'seeded' | 'foreign' | 'absent'

/** Writes the demo's records into a running local chain. */
export async function seedChain(
  chain: Pick<LocalChain, 'url' | 'mine'>,
  options: { signal: AbortSignal; onWriting: () => void },
): Promise<{ outcome: SeedOutcome; client: ContractClient }> {
  const client = createContractClient({
    apiUrl: chain.url,
    network: 'devnet',
    contract: `${getPersona('cmo').principal}.medvault`,
  })
  if ((await client.getDeployment()) === null) return { outcome: 'absent', client }
  const { state } = await seed({ client, mine: async () => chain.mine() }, options)
  return { outcome: state, client }
}
