import { availableParallelism } from 'node:os'
import type { Figure } from '../Report.ts'
import { toFigure } from '../toFigure.ts'
import type { Load } from './clientWorker.ts'
import type { Measurement } from './Measurement.ts'
import { startWorker } from './startWorker.ts'
import { scripts, startWorkers } from './startWorkers.ts'

const AIM = 0.5

/**
 * Transactions and reads a second, in turns at the chain and at simnet: as it comes, and as the chain has to run it,
 * which tells what each call has cost.
 */
export const measureThroughput: Measurement = async ({ cleanup, sizes, tell }) => {
  const { chain, client } = await startWorkers({ cleanup })
  const bare = startWorker(scripts.simnet, { cleanup })
  const costed = startWorker(scripts.simnet, { cleanup })
  await bare.ask('start', { trackCosts: false })
  await costed.ask('start', { trackCosts: true })
  const count = sizes.round
  const toRate = (ms: number) => (count / ms) * 1000
  const samples = {
    transactions: { chain: [] as number[], bare: [] as number[], costed: [] as number[] },
    reads: { chain: [] as number[], bare: [] as number[], costed: [] as number[] },
  }
  const shares: number[] = []
  // The first round warms everybody up.
  for (let round = -1; round < sizes.rounds; round += 1) {
    tell(`throughput: round ${round + 1} of ${sizes.rounds}`)
    await client.ask('sign', { count })
    const posted = await client.ask<Load>('post')
    const called = await bare.ask<number>('call', { count })
    const calledWithCosts = await costed.ask<number>('call', { count })
    const read = await client.ask<Load>('read', { count })
    const readBare = await bare.ask<number>('read', { count })
    const readWithCosts = await costed.ask<number>('read', { count })
    if (round < 0) continue
    samples.transactions.chain.push(toRate(posted.ms))
    samples.transactions.bare.push(toRate(called))
    samples.transactions.costed.push(toRate(calledWithCosts))
    samples.reads.chain.push(toRate(read.ms))
    samples.reads.bare.push(toRate(readBare))
    samples.reads.costed.push(toRate(readWithCosts))
    shares.push((posted.clientMs / posted.ms / availableParallelism()) * 100)
  }
  await chain.end()
  return [
    ...compare('transactions through HTTP, mined', 'callPublicFn', samples.transactions),
    ...compare('reads through HTTP', 'callReadOnlyFn', samples.reads),
    toShare(shares),
  ]
}

function compare(
  name: string,
  reference: string,
  samples: { chain: number[]; bare: number[]; costed: number[] },
): Figure[] {
  const isMet = (value: number, referenceValue: number) => value >= referenceValue * AIM
  const aim = `at least ${AIM} of simnet’s own`
  return [
    toFigure({
      name,
      unit: '1/s',
      samples: samples.chain,
      reference: `bare simnet’s ${reference}, in turns`,
      referenceSamples: samples.bare,
      aim,
      isMet,
    }),
    // Which part of the distance to bare simnet is the VM's tracking of costs, and which is the chain's. Not what is promised.
    {
      ...toFigure({
        name: `${name}, beside a simnet that tracks costs too`,
        unit: '1/s',
        samples: samples.chain,
        reference: `simnet’s ${reference} with trackCosts, in turns`,
        referenceSamples: samples.costed,
        aim,
        isMet,
      }),
      aim: null,
      met: null,
    },
  ]
}

function toShare(shares: number[]): Figure {
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  return {
    name: 'the clients’ share of the machine while they post',
    value: Math.round(mean),
    unit: '%',
    reference: null,
    referenceValue: null,
    ratio: null,
    aim: null,
    met: null,
  }
}
