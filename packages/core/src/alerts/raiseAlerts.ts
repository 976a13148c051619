import type { Deps } from '../Deps.ts'
import type { Alert } from '../model/Alert.ts'
import type { Finding } from '../model/Finding.ts'
import { applyReport } from './applyReport.ts'

/**
 * Raises alerts of findings, each once.
 *
 * @returns the alerts that are new
 * @example
 * await raiseAlerts(deps, { findings: await findUnsanctionedChanges(deps) })
 */
export function raiseAlerts(deps: Deps, options: { findings: readonly Finding[] }): Promise<Alert[]> {
  const report = { holds: options.findings, ended: [] }
  return deps.store.transaction((unit) => applyReport(deps, unit, { report, at: deps.clock.now() }))
}
