import type { Deps } from '../Deps.ts'
import { settleAlert } from './settleAlert.ts'
import { CLOCK_TOLERANCE_MS } from './turnBack.ts'

const BATCH = 100

/**
 * Moves on the alerts whose time has come, at most 100 in a call: what held long enough fires, what nobody acknowledged
 * is told again, silences end, what waited for another alert is told, what grew quiet resolves. One that fails keeps no
 * other from moving.
 *
 * @returns how many moved
 * @throws what the first failing one threw, once the others were moved
 * @example
 * await advanceAlerts(deps)
 */
export async function advanceAlerts(deps: Deps): Promise<number> {
  const now = deps.clock.now()
  const due = await deps.store.listDueAlerts({ now, toleranceMs: CLOCK_TOLERANCE_MS, limit: BATCH })
  const failures: unknown[] = []
  let count = 0
  for (const { id, rule, cause } of due) {
    try {
      const isMoved = await deps.store.transaction(async (unit) => {
        const [alert] = await unit.lockAlerts([{ rule, cause }])
        if (alert?.id !== id) return false
        return (await settleAlert(deps, unit, { alert, at: deps.clock.now() })).moved
      })
      if (isMoved) count += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return count
}
