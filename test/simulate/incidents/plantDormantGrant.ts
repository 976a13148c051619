import { DAY_MS, MINUTE_MS, momentOf } from '../calendar.ts'
import type { Dice } from '../createDice.ts'
import type { Incident } from '../Incident.ts'
import type { Person } from '../Person.ts'
import type { KnownRecord } from '../World.ts'
import { both, none, ofRecord, ofRule } from './heard.ts'

/** After how long the monitor speaks unless told otherwise. */
const UNUSED_MS = 14 * DAY_MS

export function plantDormantGrant({
  dice,
  nurse,
  record,
}: {
  dice: Dice
  nurse: Person
  record: KnownRecord
}): Incident {
  const asked = momentOf({ day: dice.pick([1, 2, 3]), hour: 11 })
  const decidedAt = new Date(asked.getTime() + 40 * MINUTE_MS)
  return {
    name: 'a grant is never used',
    at: new Date(decidedAt.getTime() + UNUSED_MS),
    reserved: [{ person: nurse, fromDay: 0 }],
    acts: [
      {
        at: asked,
        kind: 'grant',
        record,
        staff: nurse,
        limit: 300,
        duration: null,
        decidedAt,
        isDenied: false,
      },
    ],
    isFound: both(ofRule('grant-unused'), ofRecord(record)),
    isConsequence: none,
  }
}
