import type { LocalChain } from '@medikey/local-chain'
import { describeAccounts } from '@medikey/local-chain/cli'
import { personas } from '../demo/personas.ts'
import type { SeedOutcome } from './seedChain.ts'

const OUTCOMES: Record<SeedOutcome, string> = {
  seeded: 'medvault is deployed, and the demo’s records are there.',
  foreign: 'medvault is deployed. It holds other records than the demo’s, so nothing was seeded.',
  absent: 'The project has no contract medvault, so nothing was seeded.',
}

/** What somebody needs to know to work with a chain that just started, as text. */
export function describeChain(options: {
  chain: Pick<LocalChain, 'url' | 'token' | 'accounts'>
  dataDir: string
  manifestPath: string
  /** Null where no seeding was asked for. */
  outcome: SeedOutcome | null
}): string {
  const { chain, dataDir, manifestPath, outcome } = options
  const names = new Map<string, string>(
    personas.map(({ principal, name, role }) => [principal, `${name}, ${role}`]),
  )
  return [
    `The local chain answers on ${chain.url} (Stacks node and API, network devnet).`,
    ...(outcome === null ? [] : [OUTCOMES[outcome]]),
    '',
    ...describeAccounts({ accounts: chain.accounts, note: ({ address }) => names.get(address) ?? '' }),
    '',
    `Control    ${chain.url}/local with the header  Authorization: Bearer ${chain.token}`,
    `Contracts  ${manifestPath}`,
    `Data       ${dataDir} (start over with --fresh)`,
    'Stop it with Ctrl-C; it goes on from the same block when started again.',
    '',
  ].join('\n')
}
