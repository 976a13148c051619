import { setTimeout as sleep } from 'node:timers/promises'
import type { Cleanup } from '../../harness/createCleanup.ts'
import { createTempDir } from '../../harness/createTempDir.ts'
import { toFigure } from '../toFigure.ts'
import type { Load } from './clientWorker.ts'
import type { Measurement } from './Measurement.ts'
import { startWorker } from './startWorker.ts'
import { scripts, startWorkers } from './startWorkers.ts'

const RESET_AIM_MS = 100
const STARTS = 3
/** As a test file has between two resets; in the meantime the chain makes the next VM ready. */
const PAUSE_MS = 600

/** From a process’s start until it answers, from one chain to the next, and from a journal to its chain. */
export const measureStarts: Measurement = async ({ cleanup, sizes, tell }) => {
  const starts = { chain: [] as number[], simnet: [] as number[] }
  for (let round = 0; round < STARTS; round += 1) {
    tell(`start: ${round + 1} of ${STARTS}`)
    starts.chain.push(await measureStart(scripts.chain, { dataDir: createTempDir({ cleanup }) }, cleanup))
    starts.simnet.push(await measureStart(scripts.simnet, { trackCosts: false }, cleanup))
  }

  const { chain, client, dataDir } = await startWorkers({ cleanup })
  const simnet = startWorker(scripts.simnet, { cleanup })
  await simnet.ask('start', { trackCosts: false })
  tell(`journal: ${sizes.journal} transactions`)
  await client.ask<Load>('stream', { count: sizes.journal })
  const calls = await simnet.ask<number>('call', { count: sizes.journal })
  await chain.ask('close')
  await chain.end()
  const again = startWorker(scripts.chain, { cleanup })
  tell('journal: replay')
  const startedAt = performance.now()
  await again.ask('start', { dataDir })
  const replay = performance.now() - startedAt

  const resets = { spaced: [] as number[], atOnce: [] as number[], simnet: [] as number[] }
  const memory: number[] = []
  for (let round = -1; round < sizes.resets; round += 1) {
    tell(`reset: ${round + 1} of ${sizes.resets}`)
    const spaced = await again.ask<number>('reset')
    const atOnce = await again.ask<number>('reset')
    const own = await simnet.ask<number>('reset')
    await sleep(PAUSE_MS)
    memory.push(await again.ask<number>('measureMemory'))
    if (round < 0) continue
    resets.spaced.push(spaced)
    resets.atOnce.push(atOnce)
    resets.simnet.push(own)
  }
  const isMet = (value: number) => value < RESET_AIM_MS
  const reset = {
    unit: 'ms',
    reference: 'simnet’s own initSession again',
    referenceSamples: resets.simnet,
    aim: `below ${RESET_AIM_MS} ms`,
    isMet,
  }
  return [
    toFigure({
      name: 'process start to ready, fresh chain with the contract deployed',
      unit: 'ms',
      samples: starts.chain,
      reference: 'process start to initSimnet done',
      referenceSamples: starts.simnet,
      aim: 'not slower than simnet',
      isMet: (value, referenceValue) => value <= referenceValue,
    }),
    toFigure({ ...reset, name: `reset, ${PAUSE_MS} ms after the one before`, samples: resets.spaced }),
    toFigure({ ...reset, name: 'reset at once after another', samples: resets.atOnce }),
    toFigure({
      name: `memory after ${sizes.resets * 2} more resets`,
      unit: 'MB',
      samples: memory.slice(-1),
      reference: 'after the first two',
      referenceSamples: memory.slice(0, 1),
      aim: 'flat: at most a tenth more',
      isMet: (value, referenceValue) => value <= referenceValue * 1.1,
    }),
    toFigure({
      name: `process start to ready, with a journal of ${sizes.journal} transactions`,
      unit: 'ms',
      samples: [replay],
      reference: 'as many calls of bare simnet',
      referenceSamples: [calls],
      aim: 'at most twice simnet’s own',
      isMet: (value, referenceValue) => value <= referenceValue * 2,
    }),
  ]
}

async function measureStart(script: URL, options: unknown, cleanup: Cleanup): Promise<number> {
  const startedAt = performance.now()
  const worker = startWorker(script, { cleanup })
  await worker.ask('start', options)
  const ms = performance.now() - startedAt
  await worker.end()
  return ms
}
