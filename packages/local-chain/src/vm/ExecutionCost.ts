/** What running a piece of Clarity cost, in the VM's own five units. */
export type ExecutionCost = {
  readonly read_count: number
  readonly read_length: number
  readonly runtime: number
  readonly write_count: number
  readonly write_length: number
}
