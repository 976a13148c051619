import type { Deps } from '../Deps.ts'
import type { Alert } from '../model/Alert.ts'
import { settleAlert } from './settleAlert.ts'
import { CLOCK_TOLERANCE_MS } from './turnBack.ts'

const BATCH = 100

/**
 * Moves on the alerts whose time has come, about 100 in a call: what held long enough fires, what nobody acknowledged
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
  const failures: unknown[] = []
  let count = 0
  let beyond: Alert | null = null
  let hasFailed: boolean
  // What fails stays due, and stands before what is due later: where a page held such, the next one is looked at too.
  do {
    const due: Alert[] = await deps.store.listDueAlerts({
      now,
      toleranceMs: CLOCK_TOLERANCE_MS,
      beyond,
      limit: BATCH,
    })
    hasFailed = false
    for (const alert of due) {
      try {
        if (await advance(deps, { alert })) count += 1
      } catch (error) {
        failures.push(error)
        hasFailed = true
      }
    }
    beyond = due.at(-1) ?? null
  } while (hasFailed)
  if (failures.length > 0) throw failures[0]
  return count
}

/** Whether it moved. */
function advance(deps: Deps, options: { alert: Alert }): Promise<boolean> {
  const { id, rule, cause } = options.alert
  return deps.store.transaction(async (unit) => {
    const [alert] = await unit.lockAlerts([{ rule, cause }])
    if (alert?.id !== id) return false
    return (await settleAlert(deps, unit, { alert, at: deps.clock.now() })).moved
  })
}
