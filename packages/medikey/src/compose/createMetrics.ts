import type { AuditAction } from '@medikey/core'
import type { JobMetrics } from '@medikey/jobs'
import { Counter, Histogram, type Registry } from '@medikey/runtime'

/** What MediKey counts of its own. */
export type Metrics = {
  readonly jobs: JobMetrics
  countEvidence(action: AuditAction): void
}

/** Makes MediKey's own metrics. No label holds a person, a record or a principal. */
export function createMetrics(registry: Registry): Metrics {
  const registers = [registry]
  const evidence = new Counter({
    name: 'medikey_evidence_total',
    help: 'Steps that left an audit entry: requests submitted, approved, denied; transactions signed, included, final.',
    labelNames: ['action'],
    registers,
  })
  const posts = new Counter({
    name: 'medikey_posts_total',
    help: 'Tries to send a message, by what became of them.',
    labelNames: ['platform', 'kind', 'outcome'],
    registers,
  })
  const events = new Counter({
    name: 'medikey_contract_events_total',
    help: 'Events of the contract that the follower applied.',
    registers,
  })
  const jobRuns = new Counter({
    name: 'medikey_job_runs_total',
    help: 'Runs of monitors and of other jobs of the schedule, by what became of them.',
    labelNames: ['job', 'outcome'],
    registers,
  })
  const jobAlerts = new Counter({
    name: 'medikey_job_alerts_total',
    help: 'Alerts that the monitors raised.',
    labelNames: ['job'],
    registers,
  })
  const missedTicks = new Counter({
    name: 'medikey_missed_ticks_total',
    help: 'Moments of the schedule at which no process ran the job.',
    labelNames: ['job'],
    registers,
  })
  const jobSeconds = new Histogram({
    name: 'medikey_job_duration_seconds',
    help: 'How long a run of a job took.',
    labelNames: ['job'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 30],
    registers,
  })
  const heartbeats = new Counter({
    name: 'medikey_heartbeats_total',
    help: 'Times that the address of the heartbeat was to be asked: heard, unheard, or withheld while a loop hangs.',
    labelNames: ['outcome'],
    registers,
  })
  return {
    countEvidence: (action) => evidence.inc({ action }),
    jobs: {
      postTried: ({ platform, kind, outcome }) => posts.inc({ platform, kind, outcome }),
      eventsFollowed: ({ count }) => events.inc(count),
      jobRan({ job, outcome, durationMs, alerts }) {
        jobRuns.inc({ job, outcome })
        if (outcome === 'skipped') return
        jobAlerts.inc({ job }, alerts)
        jobSeconds.observe({ job }, durationMs / 1_000)
      },
      tickMissed: ({ job }) => missedTicks.inc({ job }),
      heartbeatTried: ({ outcome }) => heartbeats.inc({ outcome }),
    },
  }
}
