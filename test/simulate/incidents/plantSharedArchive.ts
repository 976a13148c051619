import { MINUTE_MS, momentOf } from '../calendar.ts'
import type { Dice } from '../createDice.ts'
import type { Incident } from '../Incident.ts'
import type { Person } from '../Person.ts'
import type { KnownRecord } from '../World.ts'
import { both, ofRecord, ofRule } from './heard.ts'

export function plantSharedArchive({
  day,
  nurse,
  record,
}: {
  day: number
  dice: Dice
  nurse: Person
  record: KnownRecord
}): Incident {
  // On the same day: what another day brings, such as a maintenance, does not keep it from being granted.
  const asked = momentOf({ day, hour: 9 })
  const at = momentOf({ day, hour: 11, minute: 15 })
  return {
    name: 'an archived record keeps a privilege',
    at,
    reserved: [{ person: nurse, fromDay: day - 3 }],
    acts: [
      {
        at: asked,
        kind: 'grant',
        record,
        staff: nurse,
        limit: 500,
        duration: null,
        decidedAt: new Date(asked.getTime() + 20 * MINUTE_MS),
        isDenied: false,
      },
      { at, kind: 'archive', record },
    ],
    isFound: both(ofRule('archived-with-privileges'), ofRecord(record)),
    isConsequence: both(ofRule('record-archived', 'grant-unused'), ofRecord(record)),
  }
}
