import { MINUTE_MS, momentOf } from '../calendar.ts'
import type { Dice } from '../createDice.ts'
import type { Incident } from '../Incident.ts'
import type { Person } from '../Person.ts'
import type { KnownRecord } from '../World.ts'
import { about, both, ofRule } from './heard.ts'

export function plantBurst({
  dice,
  day,
  nurse,
  record,
}: {
  dice: Dice
  day: number
  nurse: Person
  record: KnownRecord
}): Incident {
  const asked = momentOf({ day, hour: 10, minute: 5 })
  const decided = new Date(asked.getTime() + 25 * MINUTE_MS)
  const limit = Math.max(200, nurse.usualVolume * 12)
  return {
    name: 'a new grant is drawn empty within minutes',
    at: decided,
    reserved: [{ person: nurse, fromDay: day - 3 }],
    acts: [
      {
        at: asked,
        kind: 'grant',
        record,
        staff: nurse,
        limit,
        duration: null,
        decidedAt: decided,
        isDenied: false,
      },
      ...Array.from({ length: 5 }, (_, index) => ({
        at: new Date(decided.getTime() + (1 + index * dice.between(1, 2)) * MINUTE_MS),
        kind: 'draw' as const,
        person: nurse,
        record,
        volume: Math.floor(limit / 5.2),
      })),
    ],
    isFound: both(ofRule('grant-burst'), about(nurse.principal)),
    isConsequence: both(ofRule('grant-used', 'draw-rate', 'record-drawn'), about(nurse.principal)),
  }
}
