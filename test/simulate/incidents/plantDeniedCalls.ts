import { MINUTE_MS, momentOf } from '../calendar.ts'
import type { Dice } from '../createDice.ts'
import type { Incident } from '../Incident.ts'
import type { Person } from '../Person.ts'
import type { World } from '../World.ts'
import { about, both, none, ofRule } from './heard.ts'

export function plantDeniedCalls({
  day,
  dice,
  nurse,
  world,
}: {
  day: number
  dice: Dice
  nurse: Person
  world: World
}): Incident {
  const at = momentOf({ day, hour: nurse.shiftBegins + 2, minute: 10 })
  return {
    name: 'a nurse tries one record after the other',
    at,
    reserved: [{ person: nurse, fromDay: day - 3 }],
    acts: Array.from({ length: 12 }, (_, index) => ({
      at: new Date(at.getTime() + index * MINUTE_MS),
      kind: 'bypass' as const,
      person: nurse,
      call: {
        functionName: 'accessMedicalData' as const,
        recordId: dice.pick(world.records).recordId,
        accessVolume: 10n,
      },
    })),
    isFound: both(ofRule('denied-calls'), about(nurse.principal)),
    isConsequence: none,
  }
}
