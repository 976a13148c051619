import { randomUUID } from 'node:crypto'
import { applyReport } from '../src/alerts/applyReport.ts'
import { rules } from '../src/alerts/rules.ts'
import { followOnce } from '../src/follower/followOnce.ts'
import type { Finding } from '../src/model/Finding.ts'
import type { RuleName } from '../src/model/RuleName.ts'
import type { Monitor } from '../src/monitors/Monitor.ts'
import type { Clinic } from './createClinic.ts'

/** What a look changed: what was not found before, or not as severe, and what ended. */
export type Sight = {
  readonly found: readonly Finding[]
  readonly ended: readonly string[]
}

/** A monitor that looks at a clinic. */
export type ClinicWatch = {
  /** Lets the follower read, looks at what came since the last look, and keeps what was found in alerts. */
  look(): Promise<Sight>
  /** Fingerprints of the conditions that held after the last look. */
  listHeld(): string[]
  /** Looks at everything anew from now on, as after a rebuild of the projection. */
  forgetCursor(): void
}

/**
 * Watches a clinic with a monitor, as its runner does.
 *
 * @example
 * const watch = watchClinic(clinic, { monitor: findGrantExpiry, settings: grantExpirySchema.parse({}) })
 * expect((await watch.look()).found).toEqual([])
 */
export function watchClinic<S>(clinic: Clinic, options: { monitor: Monitor<S>; settings: S }): ClinicWatch {
  const { deps } = clinic
  const { store } = deps
  // What it remembers is kept in the store, where a reorg brings it back.
  let monitor: string = randomUUID()
  let holding: readonly Finding[] = []

  return {
    async look() {
      await followOnce(deps)
      const now = deps.clock.now()
      const state = await store.getMonitorState(monitor)
      const changes = await store.listChanges({ after: state?.cursor ?? null, limit: 10_000 })
      const look = { changes, failedCalls: [], since: state?.lookedAt ?? null, now }
      const report = await options.monitor(deps, look, options.settings)
      const last = changes.at(-1)
      const next = {
        monitor,
        cursor:
          last === undefined
            ? (state?.cursor ?? null)
            : { blockHeight: last.blockHeight, txid: last.txid, eventIndex: last.eventIndex },
        failedCallCursor: null,
        lookedAt: now,
        settings: '',
        looks: (state?.looks ?? 0) + 1,
      }
      const fingerprints = report.holds.map(({ fingerprint }) => fingerprint)
      const known = await store.findFindings({ fingerprints })
      const held = await store.findFindings({ fingerprints: report.ended })
      await store.transaction(async (unit) => {
        await unit.putMonitorState(next)
        await applyReport(deps, unit, { report, at: now })
      })
      holding = await store.listHoldingFindings({ rules: Object.keys(rules) as RuleName[] })
      const isKnown = (finding: Finding) =>
        known.some(
          ({ fingerprint, severity }) => fingerprint === finding.fingerprint && severity === finding.severity,
        )
      return {
        found: report.holds.filter((finding) => !isKnown(finding)),
        ended: held.map(({ fingerprint }) => fingerprint),
      }
    },
    listHeld: () => holding.map(({ fingerprint }) => fingerprint),
    forgetCursor() {
      monitor = randomUUID()
    },
  }
}
