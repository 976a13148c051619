import type { Finding } from '../../model/Finding.ts'
import type { MonitorState } from '../../model/MonitorState.ts'
import type { Monitor } from '../Monitor.ts'
import type { MonitorName } from '../MonitorName.ts'
import type { HeartbeatSettings } from './heartbeatSchema.ts'

/** The monitor whose alert `job-overdue` waits for: while it does not run, only that can tell so. */
const WAITED_FOR: MonitorName = 'chain-health'

/**
 * Finds jobs that have not completed in their time, whatever the reason: never begun, hanging, or failing each time. A
 * job that is scheduled and never finishes is the failure that people miss.
 *
 * Each is judged as of the last look. So after a time in which nothing could run, because the computer was asleep, all of
 * them have the time until the next one to be done.
 *
 * @example
 * const { holds } = await findOverdueJobs(deps, look, settings)
 */
export const findOverdueJobs: Monitor<HeartbeatSettings> = async ({ store }, { since, now }) => {
  // A clock that was set back leaves the last look in a time that is still to come, by which nothing has to be done.
  const judgedAt = since !== null && since < now ? since : now
  const holds: Finding[] = []
  const ended: string[] = []
  for (const state of await store.listMonitorStates()) {
    const fingerprint = `job-overdue:${state.monitor}`
    if (state.dueBy === null || state.dueBy > judgedAt) {
      ended.push(fingerprint)
      continue
    }
    holds.push({
      rule: 'job-overdue',
      severity: 'critical',
      kind: 'condition',
      fingerprint,
      // One that stalls the process makes all of them late.
      cause: state.monitor === WAITED_FOR ? WAITED_FOR : 'jobs',
      subject: state.monitor,
      summary: `The job ${state.monitor} has not completed ${describeLast(state)}; it was due by ${state.dueBy.toISOString()}. What it watches or does is not watched or done. Look for it in the log, and restart the process if it hangs.`,
      recordId: null,
      txid: null,
      at: state.dueBy,
    })
  }
  return { holds, ended }
}

function describeLast({ startedAt, completedAt, failedAt, failure }: MonitorState): string {
  const since = completedAt === null ? 'yet' : `since ${completedAt.toISOString()}`
  const isAfter = (at: Date | null, other: Date | null) => at !== null && (other === null || at > other)
  if (failure !== null && failedAt !== null) return `${since}: its last run failed (${failure})`
  if (isAfter(startedAt, completedAt))
    return `${since}: the run that began at ${startedAt?.toISOString()} has not ended`
  return `${since}: no run began since`
}
