import { getRule } from '../alerts/getRule.ts'

/** A rule as people read it; one that this version does not know by its name. */
export function describeRule(rule: string, count: number): string {
  const title = getRule(rule).title(count)
  // What counts itself does so elsewhere.
  return title.replace(/^\d+ /, '')
}
