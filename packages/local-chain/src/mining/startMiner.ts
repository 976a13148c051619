import type { Block } from '../chain/Block.ts'
import type { Chain } from '../chain/Chain.ts'
import { submitTransaction } from '../mempool/submitTransaction.ts'
import type { Miner } from './Miner.ts'
import { mineBlock } from './mineBlock.ts'
import { mineNext } from './mineNext.ts'
import { mineReady } from './mineReady.ts'
import { mineTenure } from './mineTenure.ts'

/**
 * Starts mining.
 *
 * @param mining `interval` every `blockTimeMs`; `immediate` as soon as a transaction is accepted; `manual`
 *   only when told.
 * @param tenureTimeMs Begins a tenure that often, however quiet the chain is; null for never.
 * @param tenureBlocks Begins a tenure after that many blocks of one; null for never.
 * @param onError Told of what went wrong on a timer, where nobody is waiting for an answer.
 */
export function startMiner(
  chain: Chain,
  options: {
    mining: 'interval' | 'immediate' | 'manual'
    blockTimeMs: number
    tenureTimeMs: number | null
    tenureBlocks: number | null
    onError: (error: unknown) => void
  },
): Miner {
  const { mining, blockTimeMs, tenureTimeMs, tenureBlocks, onError } = options
  let sinceTenure = 0

  function count(blocks: Block[]): Block[] {
    sinceTenure += blocks.length
    if (tenureBlocks !== null && sinceTenure >= tenureBlocks) beginTenure()
    return blocks
  }
  function beginTenure(): Block {
    sinceTenure = 0
    return mineTenure(chain)
  }
  function mineAtOnce(): void {
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

  const timers: NodeJS.Timeout[] = []
  if (mining === 'interval') timers.push(every(blockTimeMs, () => count(mineReady(chain))))
  if (tenureTimeMs !== null) timers.push(every(tenureTimeMs, beginTenure))

  return {
    submit: (transaction) => {
      const submission = submitTransaction(chain, transaction)
      if (mining === 'immediate' && submission.accepted) mineAtOnce()
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
    stop: () => {
      for (const timer of timers) clearInterval(timer)
    },
  }
}
