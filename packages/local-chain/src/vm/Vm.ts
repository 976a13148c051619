import type { ClarityAbi } from '@stacks/transactions'
import type { Execution } from './Execution.ts'
import type { ReadOnlyResult } from './ReadOnlyResult.ts'

/** The Clarity VM with one chain's state. Each of the first four mines exactly one Stacks block. */
export type Vm = {
  readonly call: (call: {
    contractId: string
    functionName: string
    args: readonly Uint8Array[]
    sender: string
  }) => Execution
  readonly deploy: (deploy: {
    name: string
    source: string
    /** Null means the newest version of the epoch, as on a node. */
    clarityVersion: number | null
    sender: string
  }) => Execution
  readonly transfer: (transfer: { amount: bigint; recipient: string; sender: string }) => Execution
  readonly mineEmptyBlock: () => void
  /** One burn block, which begins a tenure with one empty Stacks block. */
  readonly mineTenure: () => void

  readonly height: () => number
  /** In the VM burn blocks and tenures count alike. */
  readonly burnHeight: () => number
  readonly mint: (mint: { recipient: string; amount: bigint }) => void

  readonly callReadOnly: (call: {
    contractId: string
    functionName: string
    args: readonly Uint8Array[]
    sender: string
  }) => ReadOnlyResult
  /** All of these answer a serialized Clarity value `0x…`, or null when there is no such thing. */
  readonly getMapEntry: (entry: { contractId: string; map: string; key: Uint8Array }) => string | null
  readonly getDataVar: (dataVar: { contractId: string; name: string }) => string | null
  readonly getConstant: (constant: { contractId: string; source: string; name: string }) => string | null
  readonly getInterface: (contractId: string) => ClarityAbi | null
  readonly getBalances: () => ReadonlyMap<string, bigint>
  /** True once the VM has ended over something; it has to be made again. */
  readonly hasTrapped: () => boolean
  readonly free: () => void
}
