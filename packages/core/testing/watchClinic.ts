import { followOnce } from '../src/follower/followOnce.ts'
import type { AlertFinding } from '../src/model/Alert.ts'
import type { Finding } from '../src/model/Finding.ts'
import type { ChangeCursor } from '../src/model/MonitorState.ts'
import type { Monitor } from '../src/monitors/Monitor.ts'
import type { Clinic } from './createClinic.ts'

/** What a look changed: what was not found before or more severely now, and what ended. */
export type Sight = {
  readonly found: readonly Finding[]
  readonly ended: readonly string[]
}

/** A monitor that looks at a clinic, and what it has found so far. */
export type ClinicWatch = {
  /** Lets the follower read, and looks at what came since the last look. */
  look(): Promise<Sight>
  /** Fingerprints of the conditions that hold. */
  listHeld(): string[]
  /** Looks at everything anew from now on, as after a rebuild of the projection. */
  forgetCursor(): void
}

/**
 * Watches a clinic with a monitor, as its runner does: each look has what is new, and what was found is found once.
 *
 * @example
 * const watch = watchClinic(clinic, { monitor: findGrantExpiry, settings: grantExpirySchema.parse({}) })
 * expect((await watch.look()).found).toEqual([])
 */
export function watchClinic<S>(clinic: Clinic, options: { monitor: Monitor<S>; settings: S }): ClinicWatch {
  const { deps } = clinic
  const happened = new Set<string>()
  const held = new Map<string, Finding>()
  let cursor: ChangeCursor | null = null
  let since: Date | null = null

  const listHoldingFindings = async ({ rules }: { rules: readonly string[] }): Promise<AlertFinding[]> =>
    [...held.values()]
      .filter(({ rule }) => rules.includes(rule))
      .map((finding) => ({
        ...finding,
        alertId: 'alert',
        foundAt: finding.at,
        stage: 'told',
        raisesAt: finding.at,
        endedAt: null,
      }))

  return {
    async look() {
      await followOnce(deps)
      const now = deps.clock.now()
      const changes = await deps.store.listChanges({ after: cursor, limit: 10_000 })
      const report = await options.monitor(
        { ...deps, store: { ...deps.store, listHoldingFindings } as typeof deps.store },
        { changes, failedCalls: [], since, now },
        options.settings,
      )
      cursor = changes.at(-1) ?? cursor
      since = now
      const found = report.holds.filter((finding) => {
        const { fingerprint, kind, severity } = finding
        if (kind === 'condition') {
          const before = held.get(fingerprint)
          held.set(fingerprint, finding)
          return before?.severity !== severity
        }
        const isNew = !happened.has(fingerprint)
        happened.add(fingerprint)
        return isNew
      })
      const ended = report.ended.filter((fingerprint) => held.delete(fingerprint))
      return { found, ended }
    },
    listHeld: () => [...held.keys()],
    forgetCursor() {
      cursor = null
      since = null
    },
  }
}
