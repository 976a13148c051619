import type { Deps } from '../Deps.ts'
import type { FailedCall } from '../model/FailedCall.ts'
import type { Finding } from '../model/Finding.ts'
import type { EventProjection } from '../model/Projection.ts'

/** What a monitor looks at: what came since its last look, so that a run costs what changed and not what exists. */
export type Look = {
  /** New events of the contract, oldest first. Each is judged as of its own time, also long after it. */
  readonly changes: readonly EventProjection[]
  /** New calls that the contract refused, oldest first. */
  readonly failedCalls: readonly FailedCall[]
  /** The clock at the last completed look: what became due after it is new. Null: everything that is due. */
  readonly since: Date | null
  readonly now: Date
}

/** What a monitor says of what it looked at. */
export type Report = {
  /** What is true. Telling of it again changes nothing. */
  readonly holds: readonly Finding[]
  /** Fingerprints of conditions that do not hold; most of them never did. */
  readonly ended: readonly string[]
}

/** What a monitor may ask. It never writes, and knows no clock but the one it is given. */
export type MonitorDeps = Pick<Deps, 'store' | 'ledger' | 'directory' | 'settings'>

/**
 * Looks and reports; never acts. A function of the projection, the clock and its settings: the same look gives the same
 * report, and a crash between two looks repeats one.
 */
export type Monitor<S> = (deps: MonitorDeps, look: Look, settings: S) => Promise<Report>
