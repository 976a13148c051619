import { HOUR_MS, MINUTE_MS, momentOf } from '../calendar.ts'
import type { Incident } from '../Incident.ts'
import type { World } from '../World.ts'
import { both, ofRule, within } from './heard.ts'

export function plantBypassMaintenance({ day, world }: { day: number; world: World }): Incident {
  const at = momentOf({ day, hour: 21, minute: 10 })
  const end = new Date(at.getTime() + 20 * MINUTE_MS)
  return {
    name: 'the CMO halts the system past MediKey',
    at,
    reserved: [],
    acts: [
      { at, kind: 'bypass', person: world.cmo, call: { functionName: 'enableMaintenance' } },
      { at: end, kind: 'bypass', person: world.cmo, call: { functionName: 'disableMaintenance' } },
    ],
    isFound: both(ofRule('unsanctioned-maintenance'), within(at, end)),
    isConsequence: both(
      ofRule('maintenance-began', 'maintenance-ended', 'unsanctioned-maintenance'),
      within(at, new Date(end.getTime() + HOUR_MS)),
    ),
  }
}
