import { applyReport } from '../alerts/applyReport.ts'
import type { Deps } from '../Deps.ts'
import { isBehindReorg } from '../follower/isBehindReorg.ts'
import { isBeingBuilt } from '../follower/isBeingBuilt.ts'
import type { Alert } from '../model/Alert.ts'
import type { StoreReader } from '../ports/Store.ts'
import type { Report } from './Monitor.ts'
import { monitors, type ScheduledMonitor } from './monitors.ts'
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
 * crash repeats a look or loses nothing, and two processes cannot both go on from one state. While the projection is
 * being built again, or what a reorg took is read anew, what judges it looks at nothing, and goes on from where it was
 * when the projection stands.
 *
 * @throws what the monitor throws: nothing of the look was kept then
 * @example
 * while ((await lookOnce(deps, { monitor: 'access-volume' })).isFull) {}
 */
export async function lookOnce(deps: Deps, options: { monitor: ScheduledMonitor }): Promise<LookOutcome> {
  const { monitor } = options
  const state = await deps.store.getMonitorState(monitor)
  const now = deps.clock.now()
  if (await isPutOff(deps.store, { monitor })) return nothing
  const { report, next, isFull } = await takeLook(deps, { monitor, state, now })
  const settings = deps.settings.monitors[monitor]
  const alerts = await deps.store.transaction(async (unit) => {
    // A rebuild may have begun while the monitor looked.
    if (await isPutOff(unit, { monitor })) return 'put-off'
    return (await unit.putMonitorState(next)) ? applyReport(deps, unit, { report, at: now, settings }) : null
  })
  if (alerts === 'put-off') return nothing
  return { report, alerts: alerts ?? [], isFull, isOvertaken: alerts === null }
}

const nothing: LookOutcome = {
  report: { holds: [], ended: [] },
  alerts: [],
  isFull: false,
  isOvertaken: false,
}

async function isPutOff(
  store: Pick<StoreReader, 'getCheckpoint' | 'getMonitorState' | 'listMonitorStates'>,
  { monitor }: { monitor: ScheduledMonitor },
): Promise<boolean> {
  if (!monitors[monitor].judgesProjection) return false
  if (await isBeingBuilt(store, { getCheckpoint: () => store.getCheckpoint() })) return true
  return isBehindReorg(store)
}
