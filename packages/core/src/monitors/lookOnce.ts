import { applyReport } from '../alerts/applyReport.ts'
import type { Deps } from '../Deps.ts'
import type { Alert } from '../model/Alert.ts'
import type { Report } from './Monitor.ts'
import type { ScheduledMonitor } from './monitors.ts'
import { takeLook } from './takeLook.ts'

/** What became of a look. */
export type LookOutcome = {
  readonly report: Report
  /** The alerts that began or escalated. */
  readonly alerts: readonly Alert[]
  /** There may be more to look at: look again. */
  readonly isFull: boolean
  /** Another process looked from the same state and was first: what it reported counts, and this look left no trace. */
  readonly isOvertaken: boolean
}

/**
 * Makes one look of a monitor. What it reports is taken in and what it saw is remembered in one unit of work, so that a
 * crash repeats a look or loses nothing, and two processes cannot both go on from one state.
 *
 * @throws what the monitor throws: nothing of the look was kept then
 * @example
 * while ((await lookOnce(deps, { monitor: 'access-volume' })).isFull) {}
 */
export async function lookOnce(deps: Deps, options: { monitor: ScheduledMonitor }): Promise<LookOutcome> {
  const { monitor } = options
  const state = await deps.store.getMonitorState(monitor)
  const now = deps.clock.now()
  const { report, next, isFull } = await takeLook(deps, { monitor, state, now })
  const settings = deps.settings.monitors[monitor]
  const alerts = await deps.store.transaction(async (unit) =>
    (await unit.putMonitorState(next)) ? applyReport(deps, unit, { report, at: now, settings }) : null,
  )
  return { report, alerts: alerts ?? [], isFull, isOvertaken: alerts === null }
}
