import type { Journal } from '../journal/Journal.ts'
import type { Mempool } from '../mempool/Mempool.ts'
import type { Vm } from '../vm/Vm.ts'
import type { ChainEvents } from './ChainEvents.ts'
import type { ChainIndex } from './ChainIndex.ts'
import type { Clock } from './Clock.ts'
import type { Genesis } from './Genesis.ts'

/**
 * A running chain: the deps of everything that reads or changes it. All changes are synchronous, except that
 * the VM is sometimes made again. A reset replaces all of it but the journal at once.
 */
export type Chain = {
  genesis: Genesis
  /** Replaced when it is made again. */
  vm: Vm
  /** Whether a VM that is made for this chain tells what each call has cost. */
  readonly trackCosts: boolean
  /** Settles when the VM, which is being made again, can be trusted. */
  repair: Promise<void> | null
  /** How many reorgs the chain has been through. The hashes of the blocks made since differ by it. */
  fork: number
  index: ChainIndex
  mempool: Mempool
  readonly journal: Journal
  clock: Clock
  readonly events: ChainEvents
}
