import type { Deps } from '../Deps.ts'
import type { RuleName } from '../model/RuleName.ts'
import { applyReport } from './applyReport.ts'
import { rules } from './rules.ts'

/**
 * Ends the conditions of monitors that are switched off: nobody looks for their end any more, and they would keep other
 * alerts from being told for ever. What happened stays until somebody acknowledges it. A second time ends nothing more.
 *
 * @returns how many conditions were ended
 * @example
 * const conditions = await endSwitchedOff(deps)
 */
export async function endSwitchedOff(deps: Deps): Promise<number> {
  const { monitors } = deps.settings
  const names = Object.keys(rules) as RuleName[]
  const off = names.filter((rule) => !monitors[rules[rule].monitor].enabled)
  return deps.store.transaction(async (unit) => {
    const held = await unit.listHoldingFindings({ rules: off })
    if (held.length === 0) return 0
    const report = { holds: [], ended: held.map(({ fingerprint }) => fingerprint) }
    await applyReport(deps, unit, { report, at: deps.clock.now(), reason: 'monitor-switched-off' })
    return held.length
  })
}
