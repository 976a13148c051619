import type { Clock } from '@medikey/core'

/** Knows which jobs of this process completed in their time. */
export type Pulse = {
  /** A job that is expected to complete at least this often. Its time begins now. */
  expect(options: { readonly job: string; readonly withinMs: number }): void
  /** The job completed. */
  complete(job: string): void
  /** Jobs that have not completed in their time; empty while all is well. */
  listOverdue(): string[]
}

/**
 * Makes the pulse of a process: what counts is that a job completes, not that it is scheduled or runs.
 *
 * @example
 * const pulse = createPulse({ clock })
 * pulse.expect({ job: 'deliveries', withinMs: 60_000 })
 * pulse.complete('deliveries')
 */
export function createPulse(options: { clock: Clock }): Pulse {
  const { clock } = options
  const jobs = new Map<string, { readonly withinMs: number; readonly completedAt: number }>()
  return {
    expect: ({ job, withinMs }) => void jobs.set(job, { withinMs, completedAt: clock.now().getTime() }),
    complete(job) {
      const known = jobs.get(job)
      if (known !== undefined) jobs.set(job, { ...known, completedAt: clock.now().getTime() })
    },
    listOverdue() {
      const now = clock.now().getTime()
      return [...jobs].flatMap(([job, { withinMs, completedAt }]) =>
        now - completedAt > withinMs ? [job] : [],
      )
    },
  }
}
