import type { Deps } from '../Deps.ts'
import type { Alert, Severity } from '../model/Alert.ts'
import type { RuleName } from '../model/RuleName.ts'
import type { Report } from '../monitors/Monitor.ts'
import type { UnitOfWork } from '../ports/Store.ts'

/** The part of a monitor's settings that concerns its alerts. */
export type ReportSettings = {
  /** In place of the severity that the monitor gave. */
  readonly severity?: Readonly<Partial<Record<RuleName, Severity>>>
  /** How long a condition has to hold before it is told, in milliseconds. */
  readonly for?: Readonly<Partial<Record<RuleName, number>>>
}

/**
 * Takes in what a monitor reports, in the unit of work that notes its look: findings open alerts or join the open one of
 * their rule and cause, conditions end, and people are told. The same report twice changes nothing.
 *
 * @returns the alerts that began or escalated, for the log
 * @example
 * await applyReport(deps, unit, { report: await monitor(deps, look, settings), at: look.now, settings })
 */
export async function applyReport(
  _deps: Pick<Deps, 'settings' | 'directory' | 'clock'>,
  _unit: UnitOfWork,
  _options: { report: Report; at: Date; settings?: ReportSettings },
): Promise<Alert[]> {
  throw new Error('Reports are not taken in yet.')
}
