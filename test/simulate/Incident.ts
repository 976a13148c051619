import type { Alert, AlertFinding } from '@medikey/core'
import type { Act } from './Act.ts'
import type { Person } from './Person.ts'

/** What the simulation hears of an alert. */
export type Heard = { readonly alert: Alert; readonly finding: AlertFinding }

/** Something wrong that is planted in the month. */
export type Incident = {
  readonly name: string
  /** From when on it could be found. */
  readonly at: Date
  readonly acts: readonly Act[]
  /** Whose ordinary work would blur it, and from which day on. */
  readonly reserved: readonly { readonly person: Person; readonly fromDay: number }[]
  /** Whether an alert tells of it. */
  isFound(heard: Heard): boolean
  /** Whether an alert follows from it, without telling of what matters. */
  isConsequence(heard: Heard): boolean
}
