import { momentOf } from '../calendar.ts'
import type { Dice } from '../createDice.ts'
import type { Incident } from '../Incident.ts'
import type { World } from '../World.ts'
import { both, none, ofRecord, ofRule } from './heard.ts'

export function plantBypassRevoke({ day, dice, world }: { day: number; dice: Dice; world: World }): Incident {
  const { record, staff } = dice.pick([...world.privileges.values()])
  world.kept.add(record)
  const at = momentOf({ day, hour: 9, minute: 40 })
  return {
    name: 'a revoke goes around the approval',
    at,
    reserved: [],
    acts: [
      {
        at,
        kind: 'bypass',
        person: record.physician,
        call: {
          functionName: 'revokeMedicalAccess',
          recordId: record.recordId,
          medicalStaff: staff.principal,
        },
      },
    ],
    isFound: both(ofRule('unsanctioned-revoke'), ofRecord(record)),
    isConsequence: none,
  }
}
