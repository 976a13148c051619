/** How large a clinic, and for how long. */
export type SimulationOptions = {
  readonly days: number
  readonly physicians: number
  readonly staff: number
  readonly records: number
  /** The same seed plays the same month. */
  readonly seed: number
}
