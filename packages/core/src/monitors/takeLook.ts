import type { ChangeCursor, MonitorRun, MonitorState } from '../model/MonitorState.ts'
import { dropHistory } from './dropHistory.ts'
import type { Look, Monitor, MonitorDeps, Report } from './Monitor.ts'
import { monitors, type ScheduledMonitor } from './monitors.ts'

/** How many changes, and how many failed calls, one look is given: few enough to judge within seconds. */
const PAGE = 500

/** What a monitor remembers of its looks. */
export type LookState = Omit<MonitorState, keyof MonitorRun>

/** A look that was taken and not noted yet. */
export type TakenLook = {
  readonly look: Look
  readonly report: Report
  /** What the monitor is to remember once the report is taken in. */
  readonly next: LookState
  /** There may be more changes than one look is given. */
  readonly isFull: boolean
}

/**
 * Lets a monitor look at what came since the state, and changes nothing. One that was never asked, or whose settings
 * changed, looks at everything that is due. What happened before MediKey was installed is history, from which it learns
 * what is usual and of which it tells only what still holds.
 *
 * @param options.state where its last look ended; null before the first
 * @example
 * const { report } = await takeLook(deps, { monitor: 'grant-expiry', state: null, now: deps.clock.now() })
 */
export async function takeLook(
  deps: MonitorDeps,
  options: { monitor: ScheduledMonitor; state: LookState | null; now: Date },
): Promise<TakenLook> {
  const { monitor, state, now } = options
  const settings = deps.settings.monitors[monitor]
  const text = JSON.stringify([settings, deps.settings.monitors.timeZone], (_, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  const cursor = state?.cursor ?? null
  const failedCallCursor = state?.failedCallCursor ?? null
  const [changes, failedCalls] = await Promise.all([
    deps.store.listChanges({ after: cursor, limit: PAGE }),
    deps.store.listFailedCalls({ after: failedCallCursor, limit: PAGE }),
  ])
  const since = state?.settings === text ? state.lookedAt : null
  const look = { changes, failedCalls, since, now }
  // The table pairs every monitor with its own settings; a name that is not known before is beyond the compiler.
  const report = await (monitors[monitor].find as Monitor<unknown>)(deps, look, settings)
  return {
    look,
    report: await dropHistory(deps, { look, report }),
    next: {
      monitor,
      cursor: toCursor(changes.at(-1)) ?? cursor,
      failedCallCursor: toCursor(failedCalls.at(-1)) ?? failedCallCursor,
      lookedAt: now,
      settings: text,
      looks: (state?.looks ?? 0) + 1,
    },
    isFull: changes.length === PAGE || failedCalls.length === PAGE,
  }
}

function toCursor(
  last: { blockHeight: number; txid: string; eventIndex?: number } | undefined,
): ChangeCursor | null {
  if (last === undefined) return null
  return { blockHeight: last.blockHeight, txid: last.txid, eventIndex: last.eventIndex ?? 0 }
}
