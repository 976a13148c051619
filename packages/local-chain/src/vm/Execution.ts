import type { ExecutionCost } from './ExecutionCost.ts'
import type { VmEvent } from './VmEvent.ts'

/** How one transaction ended in the VM. An aborted one has changed nothing and has no events. */
export type Execution = {
  /** After a trap the VM cannot be used any more. */
  readonly outcome: 'success' | 'abort' | 'trap'
  /** The serialized Clarity value, `0x…`. */
  readonly result: string
  readonly events: readonly VmEvent[]
  readonly cost: ExecutionCost
  readonly vmError: string | null
}
