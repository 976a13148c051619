import type { Journal } from '../journal/Journal.ts'
import type { Mempool } from '../mempool/Mempool.ts'
import type { Vm } from '../vm/Vm.ts'
import type { ChainEvents } from './ChainEvents.ts'
import type { ChainIndex } from './ChainIndex.ts'
import type { Clock } from './Clock.ts'
import type { Genesis } from './Genesis.ts'

/**
 * A running chain: the deps of everything that reads or changes it. All changes are synchronous, except that
 * the VM is sometimes made again.
 */
export type Chain = {
  readonly genesis: Genesis
  /** Replaced when it is made again. */
  vm: Vm
  /** Settles when the VM, which is being made again, can be trusted. */
  repair: Promise<void> | null
  /** How many reorgs the chain has been through. The hashes of the blocks made since differ by it. */
  fork: number
  readonly index: ChainIndex
  readonly mempool: Mempool
  readonly journal: Journal
  readonly clock: Clock
  readonly events: ChainEvents
}
