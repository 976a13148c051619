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
  const monitorRuns = new Counter({
    name: 'medikey_monitor_runs_total',
    help: 'Runs of the monitors, by what became of them.',
    labelNames: ['monitor', 'outcome'],
    registers,
  })
  const monitorFindings = new Counter({
    name: 'medikey_monitor_findings_total',
    help: 'Alerts that the monitors raised.',
    labelNames: ['monitor'],
    registers,
  })
  const monitorSeconds = new Histogram({
    name: 'medikey_monitor_duration_seconds',
    help: 'How long a run of a monitor took.',
    labelNames: ['monitor'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 30],
    registers,
  })
  return {
    countEvidence: (action) => evidence.inc({ action }),
    jobs: {
      postTried: ({ platform, kind, outcome }) => posts.inc({ platform, kind, outcome }),
      eventsFollowed: ({ count }) => events.inc(count),
      monitorRan({ monitor, outcome, durationMs, findings }) {
        monitorRuns.inc({ monitor, outcome })
        if (outcome === 'skipped') return
        monitorFindings.inc({ monitor }, findings)
        monitorSeconds.observe({ monitor }, durationMs / 1_000)
      },
    },
  }
}
