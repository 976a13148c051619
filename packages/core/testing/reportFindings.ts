import { applyReport } from '../src/alerts/applyReport.ts'
import type { Deps } from '../src/Deps.ts'
import type { Alert } from '../src/model/Alert.ts'
import type { Finding } from '../src/model/Finding.ts'

/**
 * A monitor says what holds now and what ended.
 *
 * @returns the alerts that began or escalated
 * @example
 * const [alert] = await reportFindings(clinic.deps, { holds: [sampleFinding()] })
 */
export async function reportFindings(
  deps: Deps,
  options: { holds?: readonly Finding[]; ended?: readonly string[] },
): Promise<readonly Alert[]> {
  const { holds = [], ended = [] } = options
  const report = { holds, ended }
  return deps.store.transaction((unit) => applyReport(deps, unit, { report, at: deps.clock.now() }))
}
