import { availableParallelism } from 'node:os'
import type { Figure } from '../Report.ts'
import { toFigure } from '../toFigure.ts'
import type { Load } from './clientWorker.ts'
import type { Measurement } from './Measurement.ts'
import { startWorker, type Worker } from './startWorker.ts'
import { scripts, startWorkers } from './startWorkers.ts'

const AIM = 0.5

/** One of the two ways to run a VM, as a local chain and as a simnet. */
type Side = { readonly chain: Worker; readonly client: Worker; readonly simnet: Worker }
type Rates = { chain: number[]; simnet: number[] }

/**
 * Transactions and reads a second, in turns at the chain and at simnet, both without costs and both tracking what each
 * call has cost: the VM takes twice the time for that, and a chain does it unless it is told not to.
 */
export const measureThroughput: Measurement = async ({ cleanup, sizes, tell }) => {
  const count = sizes.round
  const toRate = (ms: number) => (count / ms) * 1000
  const shares: number[] = []

  async function open(trackCosts: boolean): Promise<Side & { transactions: Rates; reads: Rates }> {
    const { chain, client } = await startWorkers({ cleanup, trackCosts })
    const simnet = startWorker(scripts.simnet, { cleanup })
    await simnet.ask('start', { trackCosts })
    const empty = () => ({ chain: [], simnet: [] })
    return { chain, client, simnet, transactions: empty(), reads: empty() }
  }
  const bare = await open(false)
  const costed = await open(true)

  // The first round warms everybody up.
  for (let round = -1; round < sizes.rounds; round += 1) {
    tell(`throughput: round ${round + 1} of ${sizes.rounds}`)
    for (const { client, simnet, transactions, reads } of [bare, costed]) {
      await client.ask('sign', { count })
      const posted = await client.ask<Load>('post')
      const called = await simnet.ask<number>('call', { count })
      const read = await client.ask<Load>('read', { count })
      const readBySimnet = await simnet.ask<number>('read', { count })
      if (round < 0) continue
      transactions.chain.push(toRate(posted.ms))
      transactions.simnet.push(toRate(called))
      reads.chain.push(toRate(read.ms))
      reads.simnet.push(toRate(readBySimnet))
      shares.push((posted.clientMs / posted.ms / availableParallelism()) * 100)
    }
  }
  await bare.chain.end()
  await costed.chain.end()
  const [posts, calls] = ['transactions through HTTP, mined', 'callPublicFn'] as const
  const [asks, looks] = ['reads through HTTP', 'callReadOnlyFn'] as const
  return [
    compare(
      `${posts}, as a node with its costs`,
      `bare simnet’s ${calls}`,
      costed.transactions.chain,
      bare.transactions.simnet,
    ),
    compare(
      `${posts}, as a node with its costs`,
      `simnet’s ${calls} with trackCosts`,
      costed.transactions.chain,
      costed.transactions.simnet,
    ),
    compare(
      `${posts}, with trackCosts: false`,
      `bare simnet’s ${calls}`,
      bare.transactions.chain,
      bare.transactions.simnet,
    ),
    compare(
      `${asks}, as a node with its costs`,
      `bare simnet’s ${looks}`,
      costed.reads.chain,
      bare.reads.simnet,
    ),
    compare(
      `${asks}, as a node with its costs`,
      `simnet’s ${looks} with trackCosts`,
      costed.reads.chain,
      costed.reads.simnet,
    ),
    compare(`${asks}, with trackCosts: false`, `bare simnet’s ${looks}`, bare.reads.chain, bare.reads.simnet),
    toShare(shares),
  ]
}

function compare(name: string, reference: string, samples: number[], referenceSamples: number[]): Figure {
  return toFigure({
    name,
    unit: '1/s',
    samples,
    reference: `${reference}, in turns`,
    referenceSamples,
    aim: `at least ${AIM} of simnet’s own`,
    isMet: (value, referenceValue) => value >= referenceValue * AIM,
  })
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
