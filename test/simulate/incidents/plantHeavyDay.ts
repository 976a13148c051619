import { DAY_MS, MINUTE_MS, momentOf } from '../calendar.ts'
import type { Dice } from '../createDice.ts'
import type { Incident } from '../Incident.ts'
import type { Person } from '../Person.ts'
import type { KnownRecord } from '../World.ts'
import { about, both, ofRecord, ofRule, within } from './heard.ts'

export function plantHeavyDay({
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
  const asked = momentOf({ day: day - 3, hour: 9 })
  const at = momentOf({ day, hour: nurse.shiftBegins + 1 })
  return {
    name: 'a nurse draws ten times as much as usual',
    at,
    reserved: [{ person: nurse, fromDay: day - 3 }],
    acts: [
      {
        at: asked,
        kind: 'grant',
        record,
        staff: nurse,
        limit: nurse.usualVolume * 60,
        duration: null,
        decidedAt: new Date(asked.getTime() + 30 * MINUTE_MS),
        isDenied: false,
      },
      {
        at: momentOf({ day: day - 2, hour: nurse.shiftBegins + 1 }),
        kind: 'draw',
        person: nurse,
        record,
        volume: nurse.usualVolume,
      },
      ...Array.from({ length: 10 }, (_, index) => ({
        at: new Date(at.getTime() + index * 20 * MINUTE_MS),
        kind: 'draw' as const,
        person: nurse,
        record,
        volume: Math.round(nurse.usualVolume * (2 + dice.between(0, 2))),
      })),
    ],
    isFound: both(ofRule('draw-rate'), about(nurse.principal), within(at, new Date(at.getTime() + DAY_MS))),
    isConsequence: both(ofRule('grant-used', 'record-drawn'), ofRecord(record)),
  }
}
