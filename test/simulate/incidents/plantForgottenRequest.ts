import { momentOf } from '../calendar.ts'
import type { Dice } from '../createDice.ts'
import type { Incident } from '../Incident.ts'
import type { Person } from '../Person.ts'
import type { KnownRecord } from '../World.ts'
import { both, none, ofRecord, ofRule } from './heard.ts'

export function plantForgottenRequest({
  day,
  nurse,
  record,
}: {
  day: number
  dice: Dice
  nurse: Person
  record: KnownRecord
}): Incident {
  const at = momentOf({ day, hour: 8, minute: 15 })
  return {
    name: 'a request that nobody decides',
    at,
    reserved: [{ person: nurse, fromDay: day - 3 }],
    acts: [
      {
        at,
        kind: 'grant',
        record,
        staff: nurse,
        limit: 200,
        duration: null,
        decidedAt: null,
        isDenied: false,
      },
    ],
    isFound: both(ofRule('request-waiting', 'request-expired'), ofRecord(record)),
    isConsequence: none,
  }
}
