import { getSDK, type Simnet } from '@stacks/clarinet-sdk'
import { openSession } from './openSession.ts'

/**
 * Starts a simnet from the project's manifest.
 *
 * @param options.trackCosts whether results tell what they cost, which takes as much time again as the calls
 *
 * @example
 * const simnet = await startSimnet()
 */
export async function startSimnet({ trackCosts = false } = {}): Promise<Simnet> {
  const simnet = await getSDK({ trackCosts, trackCoverage: false })
  await openSession(simnet)
  return simnet
}
