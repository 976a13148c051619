import { momentOf } from '../calendar.ts'
import type { Dice } from '../createDice.ts'
import type { Incident } from '../Incident.ts'
import type { Person } from '../Person.ts'
import type { KnownRecord } from '../World.ts'
import { both, ofRecord, ofRule } from './heard.ts'

export function plantBypassGrant({
  day,
  nurse,
  record,
}: {
  day: number
  dice: Dice
  nurse: Person
  record: KnownRecord
}): Incident {
  const at = momentOf({ day, hour: 16, minute: 10 })
  return {
    name: 'a grant goes around the approval',
    at,
    reserved: [{ person: nurse, fromDay: day - 3 }],
    acts: [
      {
        at,
        kind: 'bypass',
        person: record.physician,
        call: {
          functionName: 'grantMedicalAccess',
          recordId: record.recordId,
          medicalStaff: nurse.principal,
          accessLimit: 500n,
        },
      },
    ],
    isFound: both(ofRule('unsanctioned-grant'), ofRecord(record)),
    isConsequence: both(ofRule('grant-unused'), ofRecord(record)),
  }
}
