import type { Mining } from './Mining.ts'

/** Two tenures, which finality takes, then pass in well under 20 s. */
const atInterval = 8000

/** How often tenures begin where nobody said: by themselves only on a chain whose blocks come so too. */
export function defaultTenureTime(mode: Mining['mode']): number | null {
  return mode === 'interval' ? atInterval : null
}
