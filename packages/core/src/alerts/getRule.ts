import { type Rule, rules } from './rules.ts'

/**
 * What this version knows of a rule. An alert may be of one that another version raised: it goes by its name, waits for
 * nothing, and no monitor of this version finds it.
 *
 * @example
 * getRule('record-drawn').title(3) // '3 records with little or nothing left'
 */
export function getRule(name: string): Omit<Rule, 'monitor'> & { readonly monitor: Rule['monitor'] | null } {
  const known: Readonly<Record<string, Rule>> = rules
  const rule = Object.hasOwn(known, name) ? known[name] : undefined
  return rule ?? { monitor: null, title: () => name, inhibitedBy: [] }
}
