import { momentOf } from '../calendar.ts'
import type { Incident } from '../Incident.ts'
import type { KnownRecord } from '../World.ts'
import { about, both, ofRecord, ofRule } from './heard.ts'

export function plantDrainedRecord({ day, record }: { day: number; record: KnownRecord }): Incident {
  const at = momentOf({ day, hour: 13, minute: 5 })
  return {
    name: 'a record is drawn to its end',
    at,
    reserved: [],
    acts: [{ at, kind: 'draw', person: record.physician, record, volume: 'rest' }],
    isFound: both(ofRule('record-drawn'), ofRecord(record)),
    isConsequence: both(ofRule('draw-rate'), about(record.physician.principal)),
  }
}
