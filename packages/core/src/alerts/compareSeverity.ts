import type { Severity } from '../model/Alert.ts'

const RANKS: Readonly<Record<Severity, number>> = { info: 0, warning: 1, critical: 2 }

/** Above 0 where `a` is the more severe, below where `b` is. */
export function compareSeverity(a: Severity, b: Severity): number {
  return RANKS[a] - RANKS[b]
}
