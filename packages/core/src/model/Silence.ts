import type { RuleName } from './RuleName.ts'

/** Alerts of the rule and cause are not told until the silence ends: the one that is open, and the next ones. */
export type Silence = {
  readonly rule: RuleName
  readonly cause: string
  readonly until: Date
  readonly reason: string
  /** Null: the operator on the machine. */
  readonly silencedBy: string | null
  readonly at: Date
}
