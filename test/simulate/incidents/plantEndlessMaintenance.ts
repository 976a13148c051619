import { HOUR_MS, momentOf } from '../calendar.ts'
import type { Incident } from '../Incident.ts'
import { both, ofRule, within } from './heard.ts'

export function plantEndlessMaintenance({ day }: { day: number }): Incident {
  const at = momentOf({ day, hour: 10 })
  const end = new Date(at.getTime() + 7 * HOUR_MS)
  return {
    name: 'a maintenance that does not end',
    at,
    reserved: [],
    acts: [
      { at, kind: 'maintenance', isOn: true },
      { at: end, kind: 'maintenance', isOn: false },
    ],
    isFound: both(ofRule('maintenance-long'), within(at, end)),
    // What was asked for before it waits until it is over: nobody can decide meanwhile.
    isConsequence: (heard) =>
      ofRule('maintenance-began', 'maintenance-ended')(heard) ||
      both(ofRule('request-waiting'), within(at, end))(heard),
  }
}
