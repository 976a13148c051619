import { momentOf } from '../calendar.ts'
import type { Dice } from '../createDice.ts'
import type { Incident } from '../Incident.ts'
import type { KnownRecord } from '../World.ts'
import { both, ofRecord, ofRule } from './heard.ts'

export function plantBypassArchive({
  day,
  record,
}: {
  day: number
  dice: Dice
  record: KnownRecord
}): Incident {
  const at = momentOf({ day, hour: 12, minute: 20 })
  return {
    name: 'an archive past MediKey',
    at,
    reserved: [],
    acts: [
      {
        at,
        kind: 'bypass',
        person: record.physician,
        call: { functionName: 'archiveRecord', recordId: record.recordId },
      },
    ],
    isFound: both(ofRule('unsanctioned-archive'), ofRecord(record)),
    isConsequence: both(ofRule('record-archived'), ofRecord(record)),
  }
}
