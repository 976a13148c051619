import type { Finding } from '../model/Finding.ts'
import type { MonitorDeps } from './Monitor.ts'
import type { ScheduledMonitor } from './monitors.ts'
import { type LookState, takeLook } from './takeLook.ts'

/**
 * What a monitor would find now: it looks until it has seen everything that came, and nothing is kept or told. What
 * ended meanwhile is left out.
 *
 * @param options.state where its last look ended; null for one that was never asked
 * @example
 * const findings = await previewMonitor(deps, { monitor: 'access-volume', state: null, now: deps.clock.now() })
 */
export async function previewMonitor(
  deps: MonitorDeps,
  options: { monitor: ScheduledMonitor; state: LookState | null; now: Date },
): Promise<Finding[]> {
  const { monitor, now } = options
  const found = new Map<string, Finding>()
  let state = options.state
  for (;;) {
    const { report, next, isFull } = await takeLook(deps, { monitor, state, now })
    for (const finding of report.holds) found.set(finding.fingerprint, finding)
    for (const fingerprint of report.ended) found.delete(fingerprint)
    if (!isFull) return [...found.values()]
    state = next
  }
}
