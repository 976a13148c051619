import type { Deps } from '../Deps.ts'

/**
 * Moves on the alerts whose time has come, at most 100 in a call: what held long enough fires, what nobody acknowledged
 * is told again, silences end, what waited for another alert is told, what grew quiet resolves.
 *
 * @returns how many moved
 * @example
 * await advanceAlerts(deps)
 */
export async function advanceAlerts(_deps: Deps): Promise<number> {
  throw new Error('Alerts do not move yet.')
}
