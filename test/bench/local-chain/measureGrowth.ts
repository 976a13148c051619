import { toFigure } from '../toFigure.ts'
import type { Load } from './clientWorker.ts'
import type { Measurement } from './Measurement.ts'
import { startWorker } from './startWorker.ts'
import { scripts, startWorkers } from './startWorkers.ts'

const STEPS = 10
/** What the API must be able to tell of each transaction: its bytes, its place, what it did and printed. */
const ALLOWED_BYTES = 4000

/** What a long history takes of the memory, at the chain and at simnet. */
export const measureGrowth: Measurement = async ({ cleanup, sizes, tell }) => {
  const { chain, client } = await startWorkers({ cleanup })
  const simnet = startWorker(scripts.simnet, { cleanup })
  await simnet.ask('start', { trackCosts: false })
  const idle = {
    chain: await chain.ask<number>('measureMemory'),
    simnet: await simnet.ask<number>('measureMemory'),
  }
  const count = sizes.history / STEPS
  for (let step = 1; step <= STEPS; step += 1) {
    tell(`memory: ${step * count} of ${sizes.history} transactions`)
    await client.ask<Load>('stream', { count })
    await simnet.ask('call', { count })
  }
  const grown = {
    chain: (await chain.ask<number>('measureMemory')) - idle.chain,
    simnet: (await simnet.ask<number>('measureMemory')) - idle.simnet,
  }
  const allowed = (sizes.history * ALLOWED_BYTES) / 1e6
  return [
    toFigure({
      name: 'memory of an idle chain',
      unit: 'MB',
      samples: [idle.chain],
      reference: 'of an idle simnet',
      referenceSamples: [idle.simnet],
      aim: 'not more than simnet',
      isMet: (value, referenceValue) => value <= referenceValue,
    }),
    toFigure({
      name: `growth of the memory with ${sizes.history} transactions`,
      unit: 'MB',
      samples: [grown.chain],
      reference: 'simnet’s own with as many calls',
      referenceSamples: [grown.simnet],
      aim: `at most simnet’s own and ${ALLOWED_BYTES} bytes a transaction for what the API tells of it`,
      isMet: (value, referenceValue) => value <= referenceValue + allowed,
    }),
  ]
}
