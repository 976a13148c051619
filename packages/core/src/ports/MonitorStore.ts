import type { MonitorRun, MonitorState } from '../model/MonitorState.ts'

/** What the monitors remember. */
export type MonitorReader = {
  /** Null before the monitor, or the job of that name, ran for the first time. */
  getMonitorState(monitor: string): Promise<MonitorState | null>
  /** In the order of their names. */
  listMonitorStates(): Promise<MonitorState[]>
}

/** How the monitors remember. */
export type MonitorWriter = {
  /** What all of them remember, by name; of several units that ask for it one at a time goes on. */
  lockMonitorStates(): Promise<MonitorState[]>
  /**
   * Compare-and-swap of what a monitor remembers of its looks: false, and nothing saved, unless `looks` is one more than
   * the stored count, which is 0 before the first. How its runs went is left alone.
   */
  putMonitorState(state: Omit<MonitorState, keyof MonitorRun>): Promise<boolean>
  /** Notes how a run of a monitor or another job goes: what is not named stays. */
  noteRun(options: { readonly monitor: string } & Partial<MonitorRun>): Promise<void>
}

/** The moments of the schedule, of which each is one process's to run. */
export type TickStore = {
  /** True for the first who asks for the key, whichever process it is. Keys a day older than `at` are forgotten. */
  claimTick(options: { readonly key: string; readonly at: Date }): Promise<boolean>
}
