import { EventEmitter } from 'node:events'
import type { Journal } from '../journal/Journal.ts'
import { createMempool } from '../mempool/createMempool.ts'
import type { Vm } from '../vm/Vm.ts'
import type { Chain } from './Chain.ts'
import { createChainIndex } from './createChainIndex.ts'
import { createClock } from './createClock.ts'
import type { Genesis } from './Genesis.ts'
import { indexBlock } from './indexBlock.ts'
import { makeBlock } from './makeBlock.ts'

/**
 * Makes a chain that has nothing but its genesis block.
 *
 * @param vm As it is at the genesis.
 */
export function startAtGenesis({
  genesis,
  journal,
  vm,
  trackCosts,
}: {
  genesis: Genesis
  journal: Journal
  vm: Vm
  trackCosts: boolean
}): Chain {
  const index = createChainIndex()
  const block = makeBlock({ genesis, fork: 0, parent: null, time: genesis.time, txid: null, tenure: true })
  indexBlock(index, { block, mined: null, deployed: null })
  return {
    genesis,
    vm,
    trackCosts,
    repair: null,
    fork: 0,
    index,
    journal,
    mempool: createMempool(),
    clock: createClock(),
    events: new EventEmitter(),
  }
}
