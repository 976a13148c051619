import type { Journal } from '../journal/Journal.ts'
import type { Mempool } from '../mempool/Mempool.ts'
import type { Vm } from '../vm/Vm.ts'
import type { ChainIndex } from './ChainIndex.ts'
import type { Clock } from './Clock.ts'
import type { Genesis } from './Genesis.ts'

/** A running chain: the deps of everything that reads or changes it. All changes are synchronous. */
export type Chain = {
  readonly genesis: Genesis
  readonly vm: Vm
  readonly index: ChainIndex
  readonly mempool: Mempool
  readonly journal: Journal
  readonly clock: Clock
}
