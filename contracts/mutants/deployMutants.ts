import type { Simnet } from '@stacks/clarinet-sdk'
import { openSession } from '../tests/simnet/openSession.ts'
import type { Mutant } from './Mutant.ts'

// A simnet gets slower and larger with every contract on it.
const FULL_CHAIN = 200

/**
 * Deploys every mutant to find those that are no contract at all, most of them for their types, and answers
 * what the VM says of each of these. The simnet is left with whatever was deployed last.
 */
export async function deployMutants(
  simnet: Simnet,
  mutants: readonly Mutant[],
): Promise<ReadonlyMap<string, string>> {
  const refusals = new Map<string, string>()
  for (const [index, { id, source }] of mutants.entries()) {
    if (index % FULL_CHAIN === 0) await openSession(simnet)
    try {
      simnet.deployContract(`mutant-${index}`, source, { clarityVersion: 4 }, simnet.deployer)
    } catch (refusal) {
      refusals.set(id, String(refusal))
    }
  }
  return refusals
}
