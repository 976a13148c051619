import { rules } from '../alerts/rules.ts'
import type { RuleName } from '../model/RuleName.ts'

const isKnown = (rule: string): rule is RuleName => Object.hasOwn(rules, rule)

/** A rule as people read it; one that this version does not know by its name. */
export function describeRule(rule: string, count: number): string {
  if (!isKnown(rule)) return rule
  const title = rules[rule].title(count)
  // What counts itself does so elsewhere.
  return title.replace(/^\d+ /, '')
}
