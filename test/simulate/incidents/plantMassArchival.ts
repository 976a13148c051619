import { MINUTE_MS, momentOf } from '../calendar.ts'
import type { Dice } from '../createDice.ts'
import type { Incident } from '../Incident.ts'
import type { World } from '../World.ts'
import { about, both, ofRule } from './heard.ts'

export function plantMassArchival({ day, world, dice }: { day: number; world: World; dice: Dice }): Incident {
  const physician = dice.pick(world.physicians)
  const shared = new Set([...world.privileges.values()].map(({ record }) => record))
  const own = world.records
    .filter((record) => record.physician === physician && !shared.has(record) && !world.kept.has(record))
    .slice(-30)
  const at = momentOf({ day, hour: 14 })
  return {
    name: 'a physician archives 25 records in an hour',
    at,
    reserved: [],
    acts: own.slice(0, 25).map((record, index) => ({
      at: new Date(at.getTime() + index * 2 * MINUTE_MS),
      kind: 'archive' as const,
      record,
    })),
    isFound: both(ofRule('mass-archival'), about(physician.principal)),
    isConsequence: ofRule('record-archived'),
  }
}
