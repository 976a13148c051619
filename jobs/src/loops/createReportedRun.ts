import type { Deps } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import type { Logger } from '@medikey/runtime'
import { noteRun } from '../schedule/noteRun.ts'
import type { LoopName } from './loopNames.ts'

/** A loop may go round many times a second: it says so this often. */
const REPORT_MS = 10_000
/** After how long without a completed round somebody should look. */
const DUE_MS = 120_000

type Outcome = 'completed' | 'incomplete' | 'failed'

/** A loop's round that reports, now and then, that it completes. */
export type ReportedRun = {
  /** From now on it is waited for, also where it never completes. */
  begin(): Promise<void>
  run(): Promise<void>
  /** Nobody waits any more for what completed: this process stops it as it should. What did not is still owed. */
  end(): Promise<void>
}

/**
 * Makes a loop's round report in the job's state that it completed, or that it failed, at most every ten seconds. One
 * that is `incomplete` goes round as it should and has not completed: only when it is due next is noted.
 *
 * @example
 * const reported = createReportedRun(deps, { name: 'follower', run: follower.follow, logger })
 */
export function createReportedRun(
  deps: Pick<Deps, 'store' | 'clock'>,
  options: { name: LoopName; run: () => Promise<unknown>; logger: Logger },
): ReportedRun {
  const { name, run, logger } = options
  let reportedAt = Number.NEGATIVE_INFINITY
  let reported: Outcome | null = null

  async function report(what: Outcome, failure: string | null): Promise<void> {
    const now = deps.clock.now()
    // A clock that was set back reports at once: its moments count from now on.
    const sinceMs = Math.abs(now.getTime() - reportedAt)
    if (sinceMs < REPORT_MS && reported === what) return
    reportedAt = now.getTime()
    reported = what
    const dueBy = new Date(now.getTime() + DUE_MS)
    const runs = {
      completed: { completedAt: now, failure, dueBy },
      incomplete: { failure, dueBy },
      failed: { failedAt: now, failure },
    }
    await noteRun(deps, { job: name, run: runs[what], logger })
  }

  return {
    async begin() {
      const dueBy = new Date(deps.clock.now().getTime() + DUE_MS)
      const state = await deps.store.getMonitorState(name)
      // Who restarts all the time waits no longer for it than who does not.
      if (!state?.dueBy || state.dueBy > dueBy) await noteRun(deps, { job: name, run: { dueBy }, logger })
    },
    async run() {
      let result: unknown
      try {
        result = await run()
      } catch (error) {
        await report('failed', error instanceof BaseError ? error.code : 'UNKNOWN')
        throw error
      }
      await report(result === 'incomplete' ? 'incomplete' : 'completed', null)
    },
    async end() {
      if (reported === 'completed' || reported === 'incomplete')
        await noteRun(deps, { job: name, run: { dueBy: null }, logger })
    },
  }
}
