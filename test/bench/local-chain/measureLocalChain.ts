import { createCleanup } from '../../harness/createCleanup.ts'
import { describeMachine } from '../describeMachine.ts'
import type { Figure, Report } from '../Report.ts'
import { readVersions } from '../readVersions.ts'
import type { Sizes } from './Measurement.ts'
import { measureGrowth } from './measureGrowth.ts'
import { measureStarts } from './measureStarts.ts'
import { measureThroughput } from './measureThroughput.ts'

/**
 * Measures the local chain beside the Clarinet SDK's simnet: the same contract and the same calls, once signed and
 * through HTTP to a chain with a journal on the disk, once as calls of a function. Chain, clients and simnet have
 * a process each, and no two are measured at once.
 *
 * @param options.quick much less of everything: says whether it works, not how fast it is
 */
export async function measureLocalChain(options: { quick: boolean }): Promise<Report> {
  const { quick } = options
  const machine = describeMachine()
  const sizes: Sizes = quick
    ? { rounds: 2, round: 200, journal: 1000, history: 2000, resets: 5 }
    : { rounds: 6, round: 1000, journal: 10_000, history: 100_000, resets: 20 }
  const figures: Figure[] = []
  for (const measure of [measureThroughput, measureStarts, measureGrowth]) {
    const cleanup = createCleanup()
    try {
      figures.push(...(await measure({ cleanup, sizes, tell })))
    } finally {
      await cleanup.run()
    }
  }
  return {
    name: 'local-chain',
    machine,
    versions: readVersions(['@medikey/local-chain', '@stacks/clarinet-sdk', '@stacks/transactions']),
    figures,
  }
}

function tell(progress: string): void {
  process.stderr.write(`${progress}\n`)
}
