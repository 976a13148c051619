import { type Deps, type DigestPeriod, sendDigest } from '@medikey/core'
import type { ScheduledJob } from './ScheduledJob.ts'

/** The sending of a digest as a job. A second run of a period sends nothing. */
export function createDigestJob(deps: Deps, options: { period: DigestPeriod }): ScheduledJob {
  const { period } = options
  return {
    name: `digest-${period}`,
    cron: deps.settings.digest[period].cron,
    async run() {
      await sendDigest(deps, { period, at: deps.clock.now() })
      return undefined
    },
  }
}
