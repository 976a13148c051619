import { DAY_MS, MINUTE_MS, momentOf } from '../calendar.ts'
import type { Dice } from '../createDice.ts'
import type { Incident } from '../Incident.ts'
import type { Person } from '../Person.ts'
import type { World } from '../World.ts'
import { about, both, ofRule, within } from './heard.ts'

export function plantNightDraws({
  dice,
  day,
  nurse,
  world,
}: {
  dice: Dice
  day: number
  nurse: Person
  world: World
}): Incident {
  const mine = [...world.privileges.values()].filter(({ staff }) => staff === nurse)
  const at = momentOf({ day, hour: 2, minute: 5 })
  return {
    name: 'a nurse of the day shift draws at night',
    at,
    reserved: [{ person: nurse, fromDay: day - 3 }],
    acts: Array.from({ length: 4 }, (_, index) => ({
      at: new Date(at.getTime() + index * 25 * MINUTE_MS),
      kind: 'draw' as const,
      person: nurse,
      record: dice.pick(mine).record,
      volume: Math.max(1, Math.round(nurse.usualVolume / 2)),
    })),
    isFound: both(
      ofRule('off-hours-draw'),
      within(at, new Date(at.getTime() + DAY_MS)),
      about(nurse.principal),
    ),
    isConsequence: both(ofRule('grant-used'), about(nurse.principal)),
  }
}
