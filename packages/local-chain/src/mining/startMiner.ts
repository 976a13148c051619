import type { Block } from '../chain/Block.ts'
import type { Chain } from '../chain/Chain.ts'
import { reorg } from '../chain/reorg.ts'
import { submitTransaction } from '../mempool/submitTransaction.ts'
import { defaultTenureTime } from './defaultTenureTime.ts'
import type { Miner } from './Miner.ts'
import type { Mining } from './Mining.ts'
import { mineBlock } from './mineBlock.ts'
import { mineNext } from './mineNext.ts'
import { mineReady } from './mineReady.ts'
import { mineTenure } from './mineTenure.ts'

/**
 * Starts mining.
 *
 * @param mode `interval` every `blockTimeMs`; `immediate` as soon as a transaction is accepted; `manual`
 *   only when told.
 * @param tenureTimeMs Begins a tenure that often, however quiet the chain is; null for never.
 * @param tenureBlocks Begins a tenure after that many blocks of one; null for never.
 * @param onError Told of what went wrong on a timer, where nobody is waiting for an answer.
 */
export function startMiner(
  chain: Chain,
  { onError, ...begin }: Omit<Mining, 'paused'> & { onError: (error: unknown) => void },
): Miner {
  let mining: Mining = { ...begin, paused: false }
  let timers: NodeJS.Timeout[] = []
  let sinceTenure = 0

  function count(blocks: Block[]): Block[] {
    sinceTenure += blocks.length
    if (mining.tenureBlocks !== null && sinceTenure >= mining.tenureBlocks) beginTenure()
    return blocks
  }
  function beginTenure(): Block {
    sinceTenure = 0
    return mineTenure(chain)
  }
  function mineAtOnce(): void {
    if (mining.mode !== 'immediate' || mining.paused) return
    count(mineReady(chain))
    // What became ready in the meantime has nobody else to mine it.
    chain.repair?.then(mineAtOnce).catch(onError)
  }
  function every(ms: number, work: () => void): NodeJS.Timeout {
    return setInterval(() => {
      try {
        work()
      } catch (error) {
        onError(error)
      }
    }, ms)
  }
  function stop(): void {
    for (const timer of timers) clearInterval(timer)
    timers = []
  }
  function become(next: Mining): Mining {
    stop()
    mining = next
    if (mining.paused) return mining
    const { mode, blockTimeMs, tenureTimeMs } = mining
    if (mode === 'interval') timers.push(every(blockTimeMs, () => count(mineReady(chain))))
    if (tenureTimeMs !== null) timers.push(every(tenureTimeMs, beginTenure))
    return mining
  }
  become(mining)

  return {
    submit: (transaction) => {
      const submission = submitTransaction(chain, transaction)
      if (submission.accepted) mineAtOnce()
      return submission
    },
    mine: ({ blocks } = {}) => {
      if (blocks === undefined) {
        const mined = mineReady(chain)
        return count(mined.length === 0 ? [mineBlock(chain)] : mined)
      }
      return count(Array.from({ length: blocks }, () => mineNext(chain) ?? mineBlock(chain)))
    },
    mineReady: () => count(mineReady(chain)),
    advanceTenures: ({ count: tenures = 1 } = {}) => Array.from({ length: tenures }, beginTenure),
    reorg: ({ blocks, empty = 0 }) => {
      const orphaned = reorg(chain, { blocks })
      // The fork counts from here: the blocks that were counted are gone.
      sinceTenure = 0
      for (let i = 0; i < empty; i += 1) mineBlock(chain)
      return orphaned
    },
    restart: () => {
      sinceTenure = 0
    },
    getMining: () => mining,
    setMining: ({ mode = mining.mode, blockTimeMs = mining.blockTimeMs, tenureTimeMs }) => {
      const kept = mode === mining.mode ? mining.tenureTimeMs : defaultTenureTime(mode)
      become({ ...mining, mode, blockTimeMs, tenureTimeMs: tenureTimeMs === undefined ? kept : tenureTimeMs })
      mineAtOnce()
      return mining
    },
    pause: () => become({ ...mining, paused: true }),
    resume: () => {
      become({ ...mining, paused: false })
      mineAtOnce()
      return mining
    },
    stop,
  }
}
